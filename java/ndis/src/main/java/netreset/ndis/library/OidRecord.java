// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import org.jspecify.annotations.Nullable;

/** NDIS's notes on a request. */
final class OidRecord {
    final OidRequest request;
    /** Whose it is; {@code null} for NDIS's own. */
    final @Nullable Binding binding;
    /** Who is told; {@code null} for a binding's. */
    final @Nullable OidDone done;

    /** The miniport's context of the VC it is about; {@code null} if it is about the adapter. */
    final @Nullable Object vc;

    /** When the miniport got it. */
    long enteredAt;

    /** The reset during or after which it came. */
    final int resetNumber;

    final boolean duringReset;
    /** Whether the miniport knew already that its device is gone. */
    boolean afterRemoval;

    Place place = Place.ABOVE;
    boolean cancelled;
    /** Whether the miniport said PENDING, or NDIS did for it: its end is told by a call. */
    boolean pended;

    int ticks;
    /** What the binding itself sets, where the miniport is given the union over all bindings. */
    @Nullable
    Object asked;

    OidRecord(
            OidRequest request,
            @Nullable Binding binding,
            @Nullable OidDone done,
            @Nullable Object vc,
            AdapterBlock adapter) {
        this.request = request;
        this.binding = binding;
        this.done = done;
        this.vc = vc;
        this.resetNumber = adapter.reset.number();
        this.duringReset = adapter.reset.isAnnounced();
    }

    /** Where it is. */
    enum Place {
        /** With filters, on its way down or up. */
        ABOVE,
        QUEUED,
        MINIPORT,
        /** Back with whoever made it. */
        BACK
    }

    /** Whether the miniport is given what all bindings want together, and not just this one. */
    boolean isMerged() {
        return binding != null
                && request.type() == OidRequest.Type.SET
                && (request.oid() == Oid.GEN_CURRENT_PACKET_FILTER || request.oid() == Oid.MULTICAST_LIST_802_3);
    }

    String who() {
        return binding == null ? "ndis" : binding.label;
    }
}
