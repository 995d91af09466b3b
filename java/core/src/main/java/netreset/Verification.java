// SPDX-License-Identifier: Apache-2.0
package netreset;

/** How far a reset is watched after the device accepted it. */
public enum Verification {
    /** Not at all: the report says {@link Outcome#ACCEPTED} at best. */
    NONE,
    /** Until the link is back as it was and stays so ({@link Evidence#LINK}). */
    LINK,
    /** Until besides a probe through it is answered ({@link Evidence#DATAPATH}); of a NIC, and with a probe only. */
    DATAPATH
}
