// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.TimerHandle;
import netreset.ndis.sim.Timed;

/** A driver's timer. */
final class TimerBlock extends Timed {
    final TimerHandle handle;
    final Routine routine;
    private final Kernel kernel;
    private long periodNanos;

    TimerBlock(Kernel kernel, TimerHandle handle, Routine routine) {
        this.kernel = kernel;
        this.handle = handle;
        this.routine = routine;
    }

    boolean set(long dueNanos, long period) {
        boolean was = kernel.simulation.cancel(this);
        periodNanos = period;
        kernel.simulation.set(this, kernel.simulation.now() + dueNanos);
        return was;
    }

    boolean cancel() {
        return kernel.simulation.cancel(this);
    }

    @Override
    protected void due() {
        if (periodNanos > 0) {
            kernel.simulation.set(this, at() + periodNanos);
        }
        routine.queue();
    }

    @Override
    protected boolean isBackground() {
        return periodNanos > 0;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(handle.name()).add(periodNanos);
    }
}
