// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells a NIC from every other, whatever its name; a port is known by its name alone.
 *
 * @param name its name at that moment; not part of the identity
 * @param index the kernel's interface index; 0 for what is no network interface
 * @param busAddress address of its bus device; {@code null} if it has none
 * @param permanentAddress the hardware address it was made with; {@code null} if it has none
 */
public record DeviceIdentity(
        String name,
        int index,
        @Nullable String busAddress,
        @Nullable String permanentAddress) {

    /** True if both are the same device, even under another name. */
    public boolean sameDevice(DeviceIdentity other) {
        return index == other.index
                && Objects.equals(busAddress, other.busAddress)
                && Objects.equals(permanentAddress, other.permanentAddress);
    }

    /** True if both are surely the same hardware, even under another index, as after its driver was bound anew. */
    public boolean sameHardware(DeviceIdentity other) {
        return busAddress != null
                && busAddress.equals(other.busAddress)
                && Objects.equals(permanentAddress, other.permanentAddress);
    }
}
