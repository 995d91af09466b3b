// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.MediaConnectState;
import netreset.ndis.NdisStatus;
import netreset.ndis.StatusIndication;
import netreset.ndis.sim.Timed;

/** Compares what the miniport says of its link with what the modelled cable does, as far as a reset is concerned. */
final class LinkWatch extends Timed {
    private static final long GRACE_NANOS = 2_000_000_000L;

    private final AdapterBlock adapter;
    private MediaConnectState actual = MediaConnectState.UNKNOWN;
    private MediaConnectState indicated = MediaConnectState.UNKNOWN;
    private boolean lossUntold;
    private boolean lostInReset;

    LinkWatch(AdapterBlock adapter) {
        this.adapter = adapter;
    }

    /** What really happens. */
    void media(MediaConnectState state) {
        actual = state;
        if (adapter.reset.isWithMiniport()
                && state != MediaConnectState.CONNECTED
                && indicated == MediaConnectState.CONNECTED) {
            lossUntold = true;
            lostInReset = true;
        }
    }

    /** What the miniport says. */
    void indicated(StatusIndication indication) {
        NdisStatus code = indication.statusCode();
        if (code.equals(NdisStatus.LINK_STATE) && indication.statusBuffer() instanceof MediaConnectState state) {
            indicated = state;
        } else if (code.equals(NdisStatus.MEDIA_CONNECT)) {
            indicated = MediaConnectState.CONNECTED;
        } else if (code.equals(NdisStatus.MEDIA_DISCONNECT)) {
            indicated = MediaConnectState.DISCONNECTED;
        }
        if (indicated != MediaConnectState.CONNECTED) {
            lossUntold = false;
        }
    }

    void resetDone() {
        if (lossUntold || actual != indicated) {
            adapter.kernel.simulation.cancel(this);
            adapter.kernel.simulation.set(this, adapter.kernel.simulation.now() + GRACE_NANOS);
        } else {
            lostInReset = false;
        }
    }

    @Override
    protected void due() {
        if (lossUntold) {
            adapter.kernel.violation(95, adapter.name, "the reset lost the link, and nobody was told");
        } else if (lostInReset && actual == MediaConnectState.CONNECTED && indicated != actual) {
            adapter.kernel.violation(95, adapter.name, "the link that the reset lost is back, and nobody was told");
        }
        if (actual != indicated) {
            adapter.kernel.violation(
                    96,
                    adapter.name,
                    "2 s after the reset the link is " + actual + ", but " + indicated + " was indicated last");
        }
        lossUntold = false;
        lostInReset = false;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(actual).add(indicated).flags(lossUntold, lostInReset);
    }
}
