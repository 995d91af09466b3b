// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PCI function whose class is network controller: what else has no place here, so that nothing else is ever written to.
 *
 * @param device its address and folder
 */
public record PciFunction(BusDevice device) {
    static final String BUS = "pci";

    /** Domain, bus, device, function, as the kernel writes them. */
    static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

    /** First byte of the class: PCI_BASE_CLASS_NETWORK (include/linux/pci_ids.h). */
    private static final String NETWORK = "0x02";

    /**
     * The network function that a device is on or part of: of a virtio device, its parent.
     *
     * @return empty if there is none, or it is no network controller: that of a USB NIC is the USB host
     */
    static Optional<PciFunction> above(BusDevice device) {
        for (Path path = device.path(); path != null; path = path.getParent()) {
            Path last = path.getFileName();
            if (last != null && BUS.equals(Sysfs.linkName(path, "subsystem"))) {
                return of(new BusDevice(path, BUS, last.toString()));
            }
        }
        return Optional.empty();
    }

    /** The network function at an address. */
    static Optional<PciFunction> at(Sysfs sysfs, String address) {
        return sysfs.device(BUS, address).flatMap(PciFunction::of);
    }

    private static Optional<PciFunction> of(BusDevice device) {
        String code = Sysfs.read(device.path(), "class");
        boolean network = ADDRESS.matcher(device.name()).matches() && code != null && code.startsWith(NETWORK);
        return network ? Optional.of(new PciFunction(device)) : Optional.empty();
    }

    String address() {
        return device.name();
    }

    Path path() {
        return device.path();
    }

    /** Whether the kernel has any way to reset it: found when it was enumerated. */
    boolean isResettable() {
        return Sysfs.has(path(), "reset");
    }

    /** The ways that are enabled, in the order the kernel tries them; none before Linux 5.15, which doesn't say. */
    List<String> resetMethods() {
        String methods = Sysfs.read(path(), "reset_method");
        return methods == null || methods.isBlank()
                ? List.of()
                : List.of(methods.strip().split("\\s+"));
    }

    /** Addresses of the other functions on its bus, those of the same chip among them. */
    List<String> siblings() {
        String bus = address().substring(0, address().lastIndexOf(':') + 1);
        Path parent = path().getParent();
        return parent == null
                ? List.of()
                : Sysfs.names(parent).stream()
                        .filter(name -> name.startsWith(bus)
                                && !name.equals(address())
                                && ADDRESS.matcher(name).matches())
                        .toList();
    }

    /** Addresses of the other functions of the same device. */
    List<String> otherFunctions() {
        String slot = address().substring(0, address().length() - 1);
        return siblings().stream().filter(name -> name.startsWith(slot)).toList();
    }

    /** The bridge it is behind, if that can look for devices anew; {@code null} on a root bus. */
    @Nullable
    Path bridge() {
        Path parent = path().getParent();
        Path last = parent == null ? null : parent.getFileName();
        return parent != null
                        && last != null
                        && ADDRESS.matcher(last.toString()).matches()
                        && Sysfs.has(parent, "rescan")
                ? parent
                : null;
    }
}
