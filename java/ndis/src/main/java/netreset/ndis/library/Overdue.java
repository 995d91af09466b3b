// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.sim.Timed;

/** Goes off when a reset is pending for long. */
final class Overdue extends Timed {
    private final ResetMachine reset;

    Overdue(ResetMachine reset) {
        this.reset = reset;
    }

    @Override
    protected void due() {
        reset.remarkOverdue();
    }

    @Override
    protected boolean isBackground() {
        return true;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(1);
    }
}
