// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** Interrupt request levels, as {@code wdm.h} numbers them: what runs at a level is interrupted by higher ones only. */
public final class Irql {
    /** Threads and work items; may block. */
    public static final int PASSIVE = 0;
    /** Asynchronous procedure calls. */
    public static final int APC = 1;
    /** DPCs, timers, and whoever holds a spin lock; must not block. */
    public static final int DISPATCH = 2;
    /** The modelled device's interrupt; real ones are anywhere from 3 to 12 (x64). */
    public static final int DEVICE = 5;

    private Irql() {}

    /** Its name, or {@code DIRQL(n)}. */
    public static String name(int irql) {
        return switch (irql) {
            case PASSIVE -> "PASSIVE";
            case APC -> "APC";
            case DISPATCH -> "DISPATCH";
            default -> "DIRQL(" + irql + ")";
        };
    }
}
