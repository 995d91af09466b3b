// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

/**
 * What else a server says of a port, at one moment: RAS_PORT_1 of mprapi.h.
 *
 * @param handle the port's
 * @param connectionHandle its connection's
 * @param hardware state of the hardware
 * @param hardwareValue the number that came for it, 0 to 4294967295
 * @param lineSpeedBitsPerSecond 0 to 4294967295
 * @param counters what passed
 */
public record PortDetail(
        long handle,
        long connectionHandle,
        HardwareCondition hardware,
        long hardwareValue,
        long lineSpeedBitsPerSecond,
        Counters counters) {
    /** The hardware condition's name, or {@code UNKNOWN(99)}. */
    public String hardwareText() {
        return Enums.text(hardware, hardwareValue);
    }
}
