// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.Set;
import netreset.DeviceId;
import netreset.linux.ladder.BusDevice;
import netreset.linux.ladder.Hardware;
import netreset.linux.ladder.Target;

/** What a NIC's device is called where operations on it are kept apart. */
final class DeviceKeys {
    private static final String PCI = "pci/";

    private DeviceKeys() {}

    /** Of hardware its bus and address, so that all interfaces of one device share it; of a virtual NIC its index. */
    static String device(Target target, String namespace) {
        Hardware hardware = Hardware.of(target);
        if (hardware != null) {
            return hardware.bus() + "/" + hardware.address();
        }
        BusDevice bound = target.bound();
        return bound == null
                ? "interface/" + namespace + "/" + target.link().index()
                : bound.bus() + "/" + bound.name();
    }

    /** Whether a device is the one that a target names by its PCI address. */
    static boolean isNamed(String device, DeviceId target) {
        return target.name().startsWith(Nics.PCI)
                && device.equals(PCI + target.name().substring(Nics.PCI.length()));
    }

    /** The device, and the chip it is on: functions of one PCI slot are one chip's. */
    static Set<String> locks(Target target, String namespace) {
        return locks(device(target, namespace));
    }

    /** Of a device by what it is called here. */
    static Set<String> locks(String device) {
        int function = device.lastIndexOf('.');
        return device.startsWith(PCI) && function > 0 ? Set.of(device, device.substring(0, function)) : Set.of(device);
    }
}
