// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What tells a NIC from every other, whatever its name; a port is known by its name alone.
 *
 * @param name its name at that moment; no part of a NIC's identity, and all of a port's
 * @param index the kernel's interface index; 0 for a port, which has none: see {@link #interfaceIndex()}
 * @param busAddress address of its bus device; {@code null} if it has none
 * @param permanentAddress the hardware address it was made with; {@code null} if it has none
 */
public record DeviceIdentity(
        String name,
        int index,
        @Nullable String busAddress,
        @Nullable String permanentAddress) {

    /** That of a port: its name, and nothing else. */
    public static DeviceIdentity ofPort(String name) {
        return new DeviceIdentity(name, 0, null, null);
    }

    /** The kernel's interface index; empty for a port. */
    public OptionalInt interfaceIndex() {
        return index == 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** True if both are the same device: a NIC even under another name, a port under its own. */
    public boolean sameDevice(DeviceIdentity other) {
        return index == other.index
                && (index != 0 || name.equals(other.name))
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
