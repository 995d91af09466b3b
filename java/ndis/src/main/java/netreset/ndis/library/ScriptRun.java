// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.NdisStatus;
import netreset.ndis.Script;
import netreset.ndis.sim.Activity;
import netreset.ndis.sim.Timed;

/** A script being run, with its pauses. */
final class ScriptRun extends Activity {
    private final Kernel kernel;
    private final Script script;
    private final Timed wake = new Wake();
    private boolean ended;

    ScriptRun(Kernel kernel, Script script) {
        this.kernel = kernel;
        this.script = script;
    }

    @Override
    public boolean isReady() {
        return !wake.isSet() && (ended || script.isReady());
    }

    @Override
    public boolean step() {
        if (!ended) {
            ended = !script.step(kernel.library);
            long delay = script.delayNanos();
            if (delay > 0) {
                kernel.simulation.set(wake, kernel.simulation.now() + delay);
                return false;
            }
        }
        return ended;
    }

    NdisStatus result() {
        return script.result();
    }

    boolean answer() {
        return script.answer();
    }

    @Override
    public void digest(Digest digest) {
        digest.flags(ended, wake.isSet());
        script.digest(digest);
    }

    /** Makes time go on while the script sleeps. */
    private static final class Wake extends Timed {
        @Override
        protected void due() {
            // Not being set any more is what the script waits for.
        }

        @Override
        public void digest(Digest digest) {
            digest.add(5);
        }
    }
}
