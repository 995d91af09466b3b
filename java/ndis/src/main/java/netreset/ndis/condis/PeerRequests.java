// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.Objects;
import netreset.ndis.BindingContext;
import netreset.ndis.NdisStatus;
import netreset.ndis.OidRequest;
import netreset.ndis.library.Binding;
import netreset.ndis.library.Kernel;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** Requests between a client and a call manager. They pass a reset by, unless the miniport is the call manager. */
final class PeerRequests {
    private final Kernel kernel;

    PeerRequests(Kernel kernel) {
        this.kernel = kernel;
    }

    /** NDIS's note on a request that is at the other end. */
    private record Asked(Binding by) {}

    NdisStatus ask(Binding binding, Family family, @Nullable Vc vc, @Nullable PartyHandle party, OidRequest request) {
        boolean byClient = Objects.equals(binding, family.client);
        event(
                What.OID_REQUEST,
                family,
                binding.label(),
                byClient ? family.offer.label() : family.client.label(),
                vc,
                null,
                request);
        if (byClient && family.offer.isMcm() && family.offer.adapter().isGateClosed()) {
            binding.flagIfResetting("issues an OID request");
            event(What.OID_REFUSED, family, "ndis", binding.label(), vc, NdisStatus.RESET_IN_PROGRESS, request);
            return NdisStatus.RESET_IN_PROGRESS;
        }
        request.ndisReserved(new Asked(binding));
        NdisStatus status = byClient
                ? family.offer
                        .manager()
                        .ProtocolCoOidRequest(family.handle, vc == null ? null : vc.managerContext, party, request)
                : family.clientDriver()
                        .ProtocolCoOidRequest(family.handle, vc == null ? null : vc.ownerContext, party, request);
        status = kernel.settled(status);
        if (!status.equals(NdisStatus.PENDING)) {
            request.ndisReserved(null);
            request.status(status);
            event(What.OID_COMPLETE, family, "ndis", binding.label(), vc, status, request);
        }
        return status;
    }

    @SuppressWarnings("unchecked") // only connection-oriented protocols ask
    void complete(OidRequest request, NdisStatus status) {
        if (!(request.ndisReserved() instanceof Asked asked)) {
            kernel.violation(62, null, request.name() + " is completed, but wasn't asked");
            return;
        }
        request.ndisReserved(null);
        request.status(status);
        kernel.log()
                .event(
                        What.OID_COMPLETE,
                        asked.by().adapter().name(),
                        "ndis",
                        asked.by().label(),
                        status,
                        request.oid(),
                        request.name(),
                        0,
                        null);
        ((CoProtocolDriver<BindingContext>) (Object) asked.by().protocol())
                .ProtocolCoOidRequestComplete(asked.by().context(), request, status);
        kernel.settle();
    }

    private void event(
            What what,
            Family family,
            String from,
            String to,
            @Nullable Vc vc,
            @Nullable NdisStatus status,
            OidRequest request) {
        kernel.log()
                .event(
                        what,
                        family.offer.adapter().name(),
                        from,
                        to,
                        vc == null ? null : vc.name(),
                        status,
                        request.oid(),
                        request.name(),
                        0,
                        null,
                        false);
    }
}
