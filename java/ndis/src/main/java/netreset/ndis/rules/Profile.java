// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

/** The version of NDIS whose contract holds. Each sets the {@link Knobs} it differs in. */
public enum Profile {
    /** NDIS 5.x: protocols can start a reset, handlers run at DISPATCH. */
    NDIS_5,
    /** NDIS 6.0 to 6.2x: no reset by protocols, none by NdisMResetMiniport; work may be held across a reset. */
    NDIS_6_20,
    /** NDIS 6.30 and later: NdisMResetMiniport, and no work outstanding when a reset completes. The default. */
    NDIS_6_30,
    /** NDIS 6.83 and later: as 6.30, and each reset or check-for-hang handler is remarked on. */
    NDIS_6_83;

    /** Whether this is the given version or a later one. */
    public boolean isAtLeast(Profile other) {
        return compareTo(other) >= 0;
    }
}
