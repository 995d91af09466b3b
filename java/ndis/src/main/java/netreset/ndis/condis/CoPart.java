// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.AdapterContext;
import netreset.ndis.BindingContext;
import netreset.ndis.Digest;
import netreset.ndis.MiniportDriver;
import netreset.ndis.NdisStatus;
import netreset.ndis.OidRequest;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;
import netreset.ndis.library.AdapterBlock;
import netreset.ndis.library.Binding;
import netreset.ndis.library.ConnectionOriented;
import org.jspecify.annotations.Nullable;

/** What the library leaves to CoNDIS. */
final class CoPart implements ConnectionOriented {
    private final CoObjects objects;
    private final CoStatus statuses;
    private final Activation activation;

    CoPart(CoObjects objects, CoStatus statuses, Activation activation) {
        this.objects = objects;
        this.statuses = statuses;
        this.activation = activation;
    }

    @Override
    public boolean isCo(MiniportDriver<?> driver) {
        return driver instanceof CoMiniportDriver<?>;
    }

    @Override
    public boolean isCo(ProtocolDriver<?> driver) {
        return driver instanceof CoProtocolDriver<?>;
    }

    @Override
    public boolean isCallManager(ProtocolDriver<?> driver) {
        return driver instanceof CallManager;
    }

    @Override
    public void status(Binding binding, StatusIndication indication) {
        statuses.tell(binding, null, indication);
    }

    @Override
    public boolean isTelling(Binding binding) {
        return statuses.isTelling(binding);
    }

    @Override
    public boolean isStillToTell(Binding binding, StatusIndication indication) {
        return statuses.isStillToTell(binding, indication);
    }

    @SuppressWarnings("unchecked") // only connection-oriented miniports' requests come here
    @Override
    public NdisStatus oidRequest(AdapterBlock adapter, @Nullable Object vc, OidRequest request) {
        return ((CoMiniportDriver<AdapterContext>) (Object) adapter.driver())
                .MiniportCoOidRequest(adapter.context(), (VcContext) vc, request);
    }

    @SuppressWarnings("unchecked") // only connection-oriented protocols' requests come here
    @Override
    public void oidRequestComplete(Binding binding, OidRequest request, NdisStatus status) {
        ((CoProtocolDriver<BindingContext>) (Object) binding.protocol())
                .ProtocolCoOidRequestComplete(binding.context(), request, status);
    }

    @Override
    public void resetSucceeded(AdapterBlock adapter) {
        for (Vc vc : objects.vcs) {
            if (vc.adapter == adapter && (vc.state() == VcState.ACTIVE || vc.state() == VcState.REACTIVATING)) {
                activation.check(vc, "the reset");
            }
        }
    }

    @Override
    public void halted(AdapterBlock adapter) {
        objects.halted(adapter);
    }

    @Override
    public void digest(Digest digest) {
        objects.digest(digest);
    }
}
