// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import org.jspecify.annotations.Nullable;

/**
 * What a miniport, or NDIS, tells those above: NDIS_STATUS_INDICATION.
 *
 * @param statusCode what happened
 * @param sourceHandle the adapter it happened to
 * @param portNumber 0 for the default port
 * @param destinationHandle the binding that is told; {@code null} for all
 * @param requestId the request it answers; {@code null} if none
 * @param statusBuffer what else there is to tell; {@code null} for codes without data, as RESET_START and RESET_END are
 */
public record StatusIndication(
        NdisStatus statusCode,
        MiniportAdapterHandle sourceHandle,
        int portNumber,
        @Nullable BindingHandle destinationHandle,
        @Nullable OidRequest requestId,
        @Nullable Object statusBuffer) {

    /** For all bindings of an adapter, without data. */
    public static StatusIndication of(NdisStatus statusCode, MiniportAdapterHandle source) {
        return new StatusIndication(statusCode, source, 0, null, null, null);
    }

    /** A LINK_STATE. */
    public static StatusIndication link(MiniportAdapterHandle source, MediaConnectState state) {
        return new StatusIndication(NdisStatus.LINK_STATE, source, 0, null, null, state);
    }
}
