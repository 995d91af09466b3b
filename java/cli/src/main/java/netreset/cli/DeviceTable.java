// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.List;
import java.util.stream.Collectors;
import netreset.Device;
import netreset.Nic;
import netreset.Offer;
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
                    new Table.Column<>("MASTER", device -> device instanceof Nic nic ? nic.master() : null),
                    new Table.Column<>("MEANS", device -> device instanceof Nic nic ? means(nic.offers()) : null)),
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

    /** Those that it has, from the mildest on; what only trying tells has a question mark. */
    private static @Nullable String means(List<Offer> offers) {
        String means = offers.stream()
                .filter(offer -> offer.answer() != Resettability.Answer.NO)
                .map(offer -> offer.method().word() + (offer.answer() == Resettability.Answer.UNKNOWN ? "?" : ""))
                .collect(Collectors.joining(" "));
        return means.isEmpty() ? null : means;
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
