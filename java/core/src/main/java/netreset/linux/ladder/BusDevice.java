// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device on a bus, where the kernel has it now.
 *
 * @param path its folder, without links
 * @param bus the bus
 * @param name its name there
 */
public record BusDevice(Path path, String bus, String name) {
    /** The bus driver bound to it, which may have another name than the one ethtool tells; {@code null} if none is. */
    public @Nullable String driver() {
        return Sysfs.linkName(path, "driver");
    }

    /** The interfaces on it: its own, and those of the devices its driver made, such as virtio's. */
    public List<String> interfaces() {
        List<String> interfaces = new ArrayList<>(Sysfs.names(path.resolve("net")));
        for (String child : Sysfs.names(path)) {
            Path folder = path.resolve(child);
            if (!child.equals("net") && !Files.isSymbolicLink(folder) && Files.isDirectory(folder.resolve("net"))) {
                interfaces.addAll(Sysfs.names(folder.resolve("net")));
            }
        }
        return interfaces;
    }

    /** Which port of the device an interface is; {@code null} if it isn't in this network namespace's sysfs. */
    public @Nullable String port(String interfaceName) {
        return Sysfs.read(path.resolve("net").resolve(interfaceName), "dev_port");
    }

    /** The same by the path that people know: {@code /sys/bus/BUS/devices/NAME}. */
    String shortPath() {
        return "/sys/bus/" + bus + "/devices/" + name;
    }
}
