// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a device back that an operation has left without its driver, or out of the machine's list. */
public final class ComeBack {
    private final Sysfs sysfs;
    private final String bus;
    private final String address;

    /** Of a device by its bus and its address there. */
    public ComeBack(Sysfs sysfs, String bus, String address) {
        this.sysfs = sysfs;
        this.bus = bus;
        this.address = address;
    }

    /**
     * Looks for the device anew if it isn't there, and binds its driver if none is bound.
     *
     * @param driver the bus driver it had; {@code null} if that isn't known
     * @return what was done and what failed, one sentence each
     */
    public List<String> bring(@Nullable String driver) {
        List<String> notes = new ArrayList<>();
        Optional<BusDevice> device = sysfs.device(bus, address);
        if (device.isEmpty() && bus.equals(PciFunction.BUS)) {
            Sysfs.Written written = sysfs.write(sysfs.bus(bus), "rescan", "1");
            notes.add(written.isDone() ? "looked for devices anew" : "failed: " + written.fault());
            device = sysfs.device(bus, address);
        }
        if (device.isPresent() && device.get().driver() == null && driver != null) {
            int errno = Binding.of(sysfs, device.get(), driver).bind(notes);
            if (errno == 0) {
                notes.add("bound " + address + " to " + driver);
            }
        }
        return notes;
    }

    /**
     * Allows the ways of resetting the function that were allowed before.
     *
     * @return what failed; empty if nothing did
     */
    public List<String> allow(String methods) {
        Optional<PciFunction> function = PciFunction.at(sysfs, address);
        if (function.isEmpty()
                || String.join(" ", function.get().resetMethods()).equals(methods)) {
            return List.of();
        }
        Sysfs.Written written = sysfs.write(function.get().path(), "reset_method", methods);
        return List.of(written.isDone() ? "put back: reset methods " + methods : "failed: " + written.fault());
    }
}
