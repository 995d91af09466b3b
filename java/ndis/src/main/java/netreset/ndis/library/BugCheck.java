// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

/**
 * Why Windows stopped.
 *
 * @param code as 0x7C
 * @param first its first parameter, which says what it is about
 * @param text the other parameters, for people
 */
public record BugCheck(int code, int first, String text) {
    /** The contract of NDIS and a driver is broken. */
    public static final int DRIVER = 0x7C;
    /** Something was thrown that nobody caught: KMODE_EXCEPTION_NOT_HANDLED. */
    public static final int EXCEPTION = 0x1E;
    /** NdisMResetComplete without a pending reset. */
    public static final int RESET_COMPLETE_UNEXPECTED = 0x0F;
    /** An OID request failed that must not. */
    public static final int OID_MUST_SUCCEED = 0x1C;
    /** NdisMPauseComplete or NdisMRestartComplete without a pending pause or restart. */
    public static final int PAUSE_COMPLETE_UNEXPECTED = 0x1F;

    @Override
    public String toString() {
        return String.format("0x%X/0x%02X (%s)", code, first, text);
    }
}
