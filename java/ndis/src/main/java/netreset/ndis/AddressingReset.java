// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/**
 * MiniportResetEx's out parameter: whether NDIS is to set again by OIDs what the reset has lost of the addressing (packet
 * filter, multicast list, …), or the driver did. Nothing is known of its value before; a driver must write it.
 */
public final class AddressingReset {
    private boolean value;
    private boolean written;

    public AddressingReset() {}

    public void set(boolean ndisRestores) {
        value = ndisRestores;
        written = true;
    }

    public boolean get() {
        return value;
    }

    /** Whether the driver gave it a value since {@link #clear}. */
    public boolean isWritten() {
        return written;
    }

    /** For NDIS, before it calls. */
    public void clear() {
        value = false;
        written = false;
    }
}
