// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.Irql;
import netreset.ndis.PowerState;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Activity;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Timed;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/**
 * An adapter's check-for-hang engine: at each tick it asks the driver, if the driver wants to be asked, and looks itself at
 * what has been pending for too many ticks.
 */
final class HangCheck extends Timed {
    private static final long SECOND = 1_000_000_000L;
    private static final int DEFAULT_SECONDS = 2;
    private static final int LOOP = 3;

    private final AdapterBlock adapter;
    private final Kernel kernel;
    private final Agent worker;
    private final Check check = new Check();
    private long periodNanos;
    private int hangsInARow;
    private boolean hangSeen;

    HangCheck(AdapterBlock adapter) {
        this.adapter = adapter;
        this.kernel = adapter.kernel;
        this.worker = kernel.simulation.agent("worker hang " + adapter.name, Irql.PASSIVE);
    }

    /** The period that a configured number of seconds gives: an even number, rounded down, and never nothing. */
    static int effectiveSeconds(int configured) {
        return Math.max(DEFAULT_SECONDS, configured / 2 * 2);
    }

    void start(int configuredSeconds) {
        periodNanos = effectiveSeconds(configuredSeconds) * SECOND;
        kernel.simulation.cancel(this);
        kernel.simulation.set(this, kernel.simulation.now() + periodNanos);
    }

    void stop() {
        kernel.simulation.cancel(this);
    }

    @Override
    protected void due() {
        kernel.simulation.set(this, at() + periodNanos);
        if (!check.isEngaged() && isEvaluated()) {
            worker.enqueue(check);
        }
    }

    @Override
    protected boolean isBackground() {
        return true;
    }

    /** Nothing is looked at while a reset is coming or under way, nor of a device without power. */
    private boolean isEvaluated() {
        return adapter.reset.state() == ResetState.IDLE
                && adapter.isResettable()
                && (adapter.power == PowerState.D0 || adapter.powering)
                && adapter.hasResetHandler();
    }

    private void answered(boolean hung) {
        if (kernel.log.isOn()) {
            kernel.log.event(
                    What.CHECK_FOR_HANG, adapter.name, adapter.miniport, "ndis", hung ? "hangs" : "doesn't hang");
        }
        if (hung) {
            hangSeen = true;
            adapter.reset.request(ResetReason.CHECK_FOR_HANG, null);
        }
    }

    private void look() {
        hangsInARow = hangSeen ? hangsInARow : 0;
        int sendTicks = adapter.sends.tick();
        if (adapter.oids.tick()) {
            adapter.reset.request(ResetReason.OID_TIMEOUT, null);
        } else if (kernel.knobs.timesOutSends(adapter.version)) {
            if (sendTicks > 0 && sendTicks % 2 == 0) {
                adapter.reset.request(ResetReason.SEND_TIMEOUT, null);
            }
        } else if (sendTicks == kernel.settings.stuckTicks() && !hangSeen) {
            remarkStuck(sendTicks);
        }
    }

    private void remarkStuck(int ticks) {
        if (adapter.version.isAtLeast(Profile.NDIS_6_30) && adapter.block.characteristics.checkForHangHandler()) {
            kernel.violation(
                    15,
                    adapter.name,
                    "a send is out for " + ticks + " checks, and each answered that nothing hangs:"
                            + adapter.sends.unfinished());
        }
    }

    /** Sees whether checks lead to nothing but resets. */
    void resetDone(ResetReason reason) {
        hangsInARow = reason == ResetReason.CHECK_FOR_HANG ? hangsInARow + 1 : 0;
        hangSeen = false;
        if (hangsInARow == LOOP) {
            kernel.note(93, adapter.name, LOOP + " checks in a row ended in a reset: a loop");
        }
    }

    @Override
    public void digest(Digest digest) {
        digest.add(hangsInARow).add(isSet());
    }

    /** One tick. */
    private final class Check extends Activity {
        private @Nullable ScriptRun steps;

        @Override
        public boolean step() {
            if (steps != null) {
                boolean hung = steps.answer();
                steps = null;
                kernel.current().irql(Irql.PASSIVE);
                return over(hung);
            }
            if (!isEvaluated()) {
                return true;
            }
            if (!adapter.block.characteristics.checkForHangHandler()) {
                look();
                return true;
            }
            kernel.current().irql(kernel.knobs.checkForHangIrql());
            boolean hung = adapter.driver.MiniportCheckForHangEx(adapter.context());
            steps = kernel.pushed();
            if (steps != null) {
                return false;
            }
            kernel.current().irql(Irql.PASSIVE);
            return over(hung);
        }

        private boolean over(boolean hung) {
            answered(hung);
            if (!hung && adapter.reset.state() == ResetState.IDLE) {
                look();
            }
            return true;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(steps != null);
        }
    }
}
