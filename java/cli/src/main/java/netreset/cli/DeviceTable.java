// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import netreset.Device;
import netreset.Nic;
import netreset.Port;
import netreset.Printable;
import netreset.Resettability;
import org.jspecify.annotations.Nullable;

/** Devices as a table. On a terminal columns that don't fit are left out from the right; nothing is cut. */
final class DeviceTable {
    /** From the left, the most wanted first. */
    private static final List<Column> COLUMNS = List.of(
            new Column("DEVICE", device -> device.id().toString()),
            new Column("STATE", Device::state),
            new Column("RESET", device -> reset(device.resettability())),
            new Column("DRIVER", Device::driver),
            new Column("KIND", DeviceTable::kind),
            new Column("ADDRESS", device -> device instanceof Nic nic ? address(nic.hardware()) : null),
            new Column("MASTER", device -> device instanceof Nic nic ? nic.master() : null));

    /** How many columns are there on the narrowest terminal. */
    private static final int ALWAYS = 3;

    private static final int GAP = 2;
    private static final String NOTHING = "-";

    private final List<Device> devices;

    DeviceTable(List<Device> devices) {
        this.devices = devices;
    }

    private record Column(String title, Function<Device, @Nullable String> cell) {
        String of(Device device) {
            String text = cell.apply(device);
            return text == null ? NOTHING : Printable.line(text);
        }

        Sized sizedFor(List<Device> devices) {
            int width = title.length();
            for (Device device : devices) {
                width = Math.max(width, length(of(device)));
            }
            return new Sized(this, width);
        }
    }

    private record Sized(Column column, int width) {}

    void print(Console console) {
        List<Sized> columns = fitting(console.columns());
        PrintWriter out = console.out();
        out.print(row(columns, Column::title));
        for (Device device : devices) {
            out.print(row(columns, column -> column.of(device)));
        }
    }

    private List<Sized> fitting(OptionalInt terminal) {
        List<Sized> fitting = new ArrayList<>();
        int total = 0;
        for (Column column : COLUMNS) {
            Sized sized = column.sizedFor(devices);
            total += sized.width();
            if (fitting.size() >= ALWAYS && terminal.isPresent() && total > terminal.getAsInt()) {
                break;
            }
            fitting.add(sized);
            total += GAP;
        }
        return fitting;
    }

    private static StringBuilder row(List<Sized> columns, Function<Column, String> cells) {
        StringBuilder row = new StringBuilder();
        int gap = 0;
        for (Sized sized : columns) {
            String cell = cells.apply(sized.column());
            row.append(" ".repeat(gap)).append(cell);
            gap = sized.width() - length(cell) + GAP;
        }
        return row.append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
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
