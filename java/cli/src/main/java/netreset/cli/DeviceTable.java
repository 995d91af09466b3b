// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.List;
import netreset.Device;
import netreset.Nic;
import netreset.Port;
import netreset.Resettability;
import org.jspecify.annotations.Nullable;

/** Devices as a table. */
final class DeviceTable {
    private static final Table<Device> TABLE = new Table<>(
            List.of(
                    new Table.Column<>("DEVICE", device -> device.id().toString()),
                    new Table.Column<>("STATE", Device::state),
                    new Table.Column<>("RESET", device -> reset(device.resettability())),
                    new Table.Column<>("DRIVER", Device::driver),
                    new Table.Column<>("KIND", DeviceTable::kind),
                    new Table.Column<>("ADDRESS", device -> device instanceof Nic nic ? address(nic.hardware()) : null),
                    new Table.Column<>("MASTER", device -> device instanceof Nic nic ? nic.master() : null)),
            3);

    private DeviceTable() {}

    static void print(Console console, List<Device> devices) {
        TABLE.print(console, devices);
    }

    private static String reset(Resettability resettability) {
        return switch (resettability.answer()) {
            case YES -> "yes, " + Words.of(resettability.source());
            case NO -> "no, " + Words.of(resettability.source());
            case UNKNOWN -> "?";
        };
    }

    private static @Nullable String kind(Device device) {
        if (device instanceof Port port) {
            return port.deviceType().isEmpty() ? null : port.deviceType();
        }
        return device instanceof Nic nic ? kind(nic.hardware()) : null;
    }

    private static String kind(Nic.Hardware hardware) {
        String kind = hardware.kind() == null ? "" : hardware.kind();
        if (hardware.virtual()) {
            return ("virtual " + kind).strip();
        }
        return kind.isEmpty() ? "hardware" : kind;
    }

    private static @Nullable String address(Nic.Hardware hardware) {
        return hardware.bus() == null || hardware.busAddress() == null
                ? hardware.busAddress()
                : hardware.bus() + " " + hardware.busAddress();
    }
}
