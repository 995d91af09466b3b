// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.NdisStatus;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.PowerState;
import netreset.ndis.sim.Activity;
import netreset.ndis.trace.What;

/**
 * OID_PNP_SET_POWER, NDIS's own request: no gate stops it. A miniport that is resetting answers NOT_ACCEPTED, and one that
 * takes its time is reset like any other that lets a request pend.
 */
final class SetPower extends Activity implements OidDone {
    private final AdapterBlock adapter;
    private final PowerState state;
    private boolean issued;
    private boolean done;

    SetPower(AdapterBlock adapter, PowerState state) {
        this.adapter = adapter;
        this.state = state;
    }

    @Override
    public boolean isReady() {
        return issued ? done : adapter.oids.isFree() && adapter.state != AdapterState.RESTARTING;
    }

    @Override
    public boolean step() {
        if (issued) {
            return true;
        }
        issued = true;
        if (!adapter.isCallable() || adapter.surpriseRemoved) {
            return true;
        }
        adapter.powering = true;
        adapter.kernel.log.event(What.POWER, adapter.name, "ndis", adapter.miniport, state.name());
        adapter.oids.dispatchOwn(OidRequest.set("power " + state, Oid.PNP_SET_POWER, state), this);
        return done;
    }

    @Override
    public void done(OidRequest request, NdisStatus status) {
        done = true;
        adapter.powering = false;
        if (status.equals(NdisStatus.SUCCESS)) {
            adapter.power = state;
        } else {
            String text = adapter.name + " stays in " + adapter.power + ": " + request.name() + " ended with " + status;
            adapter.kernel.note(63, adapter.name, text);
        }
        if (adapter.power == PowerState.D0) {
            adapter.life.resume();
        }
    }

    @Override
    public void digest(Digest digest) {
        digest.add(state).add(issued).add(done);
    }
}
