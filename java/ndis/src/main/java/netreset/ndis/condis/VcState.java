// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

/** What a VC is good for. */
public enum VcState {
    CREATED,
    /** The miniport was asked to activate it and hasn't answered. */
    ACTIVATING,
    ACTIVE,
    /** It is active and is to get other parameters; until then it has the old ones. */
    REACTIVATING,
    DEACTIVATING,
    DELETED
}
