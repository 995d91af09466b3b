// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

/** What was seen of a call's effect by looking at the port again. */
public enum Effect {
    /** The port was seen to change as the call would change it. */
    CONFIRMED,
    /** It wasn't, as long as it was looked at. */
    NOT_OBSERVED,
    /** Nobody looked: it wasn't asked for, or the call was refused. */
    NOT_CHECKED,
    /** It couldn't be looked at, or what was seen may have another cause, such as a new call. */
    UNKNOWN
}
