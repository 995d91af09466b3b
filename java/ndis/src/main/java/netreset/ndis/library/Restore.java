// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.List;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.NdisStatus;
import netreset.ndis.OidRequest;
import netreset.ndis.trace.What;

/** Sets the addressing again after a reset, one OID request after the other, at PASSIVE, past filters and gate. */
final class Restore implements Digestible, OidDone {
    private final AdapterBlock adapter;
    private List<OidRequest> requests = List.of();
    private int at;
    private boolean waiting;

    Restore(AdapterBlock adapter) {
        this.adapter = adapter;
    }

    void begin() {
        requests = adapter.addressing.requests(adapter.version);
        at = 0;
        waiting = false;
    }

    boolean isReady() {
        return !waiting && adapter.oids.isFree();
    }

    /** Issues the next request; returns true if there is none left. */
    boolean step() {
        if (at == requests.size()) {
            requests = List.of();
            at = 0;
            return true;
        }
        OidRequest request = requests.get(at);
        at++;
        waiting = true;
        if (adapter.kernel.log.isOn()) {
            adapter.kernel.log.event(
                    What.RESTORE_OID,
                    adapter.name,
                    "ndis",
                    adapter.miniport,
                    null,
                    request.oid(),
                    request.name(),
                    0,
                    String.valueOf(request.information()));
        }
        adapter.oids.dispatchOwn(request, this);
        return false;
    }

    @Override
    public void done(OidRequest request, NdisStatus status) {
        waiting = false;
        if (!status.equals(NdisStatus.SUCCESS)) {
            adapter.kernel.note(75, adapter.name, request.name() + " failed with " + status + "; going on");
        }
    }

    @Override
    public void digest(Digest digest) {
        digest.add(at, requests.size()).add(waiting);
    }
}
