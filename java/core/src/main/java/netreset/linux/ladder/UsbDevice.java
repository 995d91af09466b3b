// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A USB device, which may be more than a NIC.
 *
 * @param device its port and folder
 * @param bus its bus' number
 * @param number its own there; a new one whenever it is enumerated
 */
public record UsbDevice(BusDevice device, int bus, int number) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    /** The device that a USB interface, a NIC's parent, is part of. */
    static Optional<UsbDevice> above(BusDevice part) {
        if (!part.bus().equals("usb")) {
            return Optional.empty();
        }
        for (Path path = part.path(); path != null; path = path.getParent()) {
            String bus = Sysfs.read(path, "busnum");
            String number = Sysfs.read(path, "devnum");
            Path last = path.getFileName();
            if (last != null
                    && bus != null
                    && number != null
                    && NUMBER.matcher(bus).matches()
                    && NUMBER.matcher(number).matches()) {
                return Optional.of(new UsbDevice(
                        new BusDevice(path, "usb", last.toString()), Integer.parseInt(bus), Integer.parseInt(number)));
            }
        }
        return Optional.empty();
    }

    /** Its file, below the folder of all. */
    Path node(Path folder) {
        return folder.resolve(String.format("%03d/%03d", bus, number));
    }
}
