// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a NIC when its interface is made anew, under another index and maybe another name.
 *
 * @param bus the bus of its device
 * @param address its device's address there: of a virtio NIC that of its PCI function, as its own number is a new one
 * @param permanentAddress the hardware address it was made with; {@code null} if it has none
 * @param port which port of its device it is; {@code null} if that can't be seen
 */
public record Hardware(
        String bus,
        String address,
        @Nullable String permanentAddress,
        @Nullable String port) {

    /** A NIC's hardware; {@code null} if it is a virtual one. */
    public static @Nullable Hardware of(Target target) {
        String bus = target.link().parentBusName();
        String address = target.link().parentDeviceName();
        if (target.function() != null) {
            bus = PciFunction.BUS;
            address = target.function().address();
        } else if (target.usb() != null) {
            address = target.usb().device().name();
        }
        return bus == null || address == null
                ? null
                : new Hardware(bus, address, Objects.toString(target.link().permanentAddress(), null), target.port());
    }

    /** Whether another NIC is surely on the same hardware; a port that one of them doesn't tell decides nothing. */
    public boolean isSame(@Nullable Hardware other) {
        return other != null
                && bus.equals(other.bus)
                && address.equals(other.address)
                && Objects.equals(permanentAddress, other.permanentAddress)
                && (port == null || other.port == null || port.equals(other.port));
    }
}
