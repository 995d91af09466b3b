// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import org.jspecify.annotations.Nullable;

/**
 * A device and the driver it was bound to, kept from before it is unbound: nobody else remembers. Binding fails while a
 * driver's probe fails, and leaves the machine without the interface, so everything that may help is tried before giving
 * up, and then what a person may try is said.
 */
final class Binding {
    private static final int TRIES = 3;
    private static final long SETTLE_MILLIS = 1500;

    private final Sysfs sysfs;
    private final BusDevice device;
    private final String driver;
    private final Path driverFolder;
    private final @Nullable Path bridge;

    private Binding(Sysfs sysfs, BusDevice device, String driver, @Nullable Path bridge) {
        this.sysfs = sysfs;
        this.device = device;
        this.driver = driver;
        this.driverFolder = sysfs.bus(device.bus()).resolve("drivers").resolve(driver);
        this.bridge = bridge;
    }

    /**
     * The binding of a NIC's device as it is now; of one that has lost its driver, as it was planned with.
     *
     * @throws ResetException if it has no driver
     */
    static Binding of(Sysfs sysfs, Target target) throws ResetException {
        BusDevice device = target.bound();
        if (device == null) {
            throw Failure.unsupported("no device stands behind it that a driver could be unbound from");
        }
        String driver = device.driver();
        if (driver == null) {
            driver = target.function() == null ? null : Drivers.busDriver(target.driver());
        }
        if (driver == null) {
            throw Failure.unsupported("no driver is bound to " + device.name());
        }
        PciFunction function = target.function();
        return new Binding(sysfs, device, driver, function == null ? null : function.bridge());
    }

    /** The binding of a device that was seen to have this driver. */
    static Binding of(Sysfs sysfs, BusDevice device, String driver) {
        return new Binding(sysfs, device, driver, null);
    }

    /** The system calls of unbinding and of binding again. */
    static List<String> steps(Sysfs sysfs, BusDevice device) {
        Path folder = sysfs.bus(device.bus()).resolve("drivers").resolve(String.valueOf(device.driver()));
        return List.of(
                "write(" + folder.resolve("unbind") + ", \"" + device.name() + "\")",
                "write(" + folder.resolve("bind") + ", \"" + device.name() + "\")");
    }

    BusDevice device() {
        return device;
    }

    /**
     * Unbinds; nothing to do if it is unbound.
     *
     * @throws ResetException if that can't be done: nothing was
     */
    void unbind() throws ResetException {
        if (!isBound()) {
            return;
        }
        Sysfs.Written written = sysfs.write(driverFolder, "unbind", device.name());
        if (!written.isDone()) {
            throw Failure.of(written);
        }
    }

    /**
     * Binds again: three tries, then any driver that will have it, then a look for devices anew.
     *
     * @param notes gets what failed, and if nothing helped the commands a person may try
     * @return 0, or the errno of the last failed try, with no driver bound
     */
    int bind(List<String> notes) {
        int errno = 0;
        for (int attempt = 1; attempt <= TRIES && !isBound(); attempt++) {
            errno = tried(sysfs.write(driverFolder, "bind", device.name()), notes);
            if (errno != 0 && attempt < TRIES) {
                Pause.millis(200L * attempt);
            }
        }
        if (!isBound()) {
            errno = last(tried(sysfs.write(sysfs.bus(device.bus()), "drivers_probe", device.name()), notes), errno);
        }
        if (!isBound() && device.bus().equals(PciFunction.BUS)) {
            errno = last(tried(rescan(), notes), errno);
            Pause.until(this::isBound, SETTLE_MILLIS);
        }
        if (isBound()) {
            return 0;
        }
        notes.addAll(commands());
        return errno == 0 ? Errno.ENODEV : errno;
    }

    private static int last(int errno, int before) {
        return errno == 0 ? before : errno;
    }

    private static int tried(Sysfs.Written written, List<String> notes) {
        if (!written.isDone()) {
            notes.add("failed: " + written.fault());
        }
        return written.errno();
    }

    private Sysfs.Written rescan() {
        return sysfs.write(bridge == null ? sysfs.bus(device.bus()) : bridge, "rescan", "1");
    }

    boolean isBound() {
        return Files.exists(device.path().resolve("driver"));
    }

    private List<String> commands() {
        List<String> commands = new ArrayList<>();
        commands.add("no driver is bound to " + device.name() + ", and it has no interface; what may help, as root:");
        commands.add(Sysfs.command(driverFolder.resolve("bind"), device.name()));
        commands.add("modprobe " + driver + " && "
                + Sysfs.command(sysfs.bus(device.bus()).resolve("drivers_probe"), device.name()));
        if (device.bus().equals(PciFunction.BUS)) {
            commands.add(Sysfs.command(device.path().resolve("remove"), "1") + " && "
                    + Sysfs.command(sysfs.bus(PciFunction.BUS).resolve("rescan"), "1"));
        }
        return commands;
    }
}
