// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.abi.If;
import netreset.linux.ladder.AdminState;
import netreset.linux.ladder.Refusals;
import netreset.linux.ladder.Restore;

/**
 * A {@link FakeKernel} with a tree of devices in a temporary folder: NICs behind a bridge, which can be reset, unbound, bound,
 * removed and found again as the kernel would do it.
 */
final class FakeMachine {
    static final String BRIDGE = "0000:00:03.0";

    final FakeKernel kernel = new FakeKernel();
    final FakeSysfs sysfs;

    FakeMachine(Path folder) throws IOException {
        sysfs = new FakeSysfs(folder);
        kernel.files = sysfs;
        bridge(BRIDGE);
        sysfs.file("sys/bus/pci/rescan", "");
        sysfs.file("sys/bus/pci/drivers_probe", "");
        sysfs.file("proc/self/uid_map", "         0          0 4294967295");
    }

    LinuxNics nics() throws ResetException {
        return nics(Refusals.NONE);
    }

    LinuxNics nics(Refusals refusals) throws ResetException {
        LinuxSite site = site();
        return new LinuxNics(site, refusals, new AdminState(site));
    }

    LinuxNics nics(Refusals refusals, Restore restore) throws ResetException {
        return new LinuxNics(site(), refusals, restore);
    }

    LinuxSite site() throws ResetException {
        return LinuxSite.of(kernel, new NetworkNamespace(kernel, null), sysfs.root());
    }

    private void bridge(String address) {
        String path = "sys/devices/pci0000:00/" + address;
        sysfs.file(path + "/class", "0x060400");
        sysfs.file(path + "/rescan", "");
        sysfs.link("sys/bus/pci/devices/" + address, path);
        sysfs.folder("sys/bus/pci");
        sysfs.link(path + "/subsystem", "sys/bus/pci");
    }

    /** A NIC on a PCI function of its own behind the bridge. */
    FakeFunction function(String interfaceName, String driver, String methods) {
        return new FakeFunction(interfaceName, driver, "0000:01:00.0", methods);
    }

    /** Another function on the same bus, without an interface. */
    void sibling(String address, String code) {
        String path = "sys/devices/pci0000:00/" + BRIDGE + "/" + address;
        sysfs.file(path + "/class", code);
        sysfs.link("sys/bus/pci/devices/" + address, path);
        sysfs.link(path + "/subsystem", "sys/bus/pci");
    }

    /** A PCI function with a NIC, and what writing to its files does. */
    final class FakeFunction {
        final String address;
        final String path;
        final String driver;
        final String interfaceName;
        FakeNic nic;

        /** What the NIC is called after it was bound again. */
        String nextName;

        /** Errnos of the next binds: 0 for one that works. */
        final Deque<Integer> binds = new ArrayDeque<>();

        boolean comesBackOnRescan = true;
        boolean bindsOnProbe = true;
        int resetError;
        int resets;
        boolean wasBoundAtReset;
        boolean wasUpAtReset;
        String methodsAtReset;

        FakeFunction(String interfaceName, String driver, String address, String methods) {
            this.interfaceName = interfaceName;
            this.nextName = interfaceName;
            this.driver = driver;
            this.address = address;
            this.path = "sys/devices/pci0000:00/" + BRIDGE + "/" + address;
            sysfs.file("sys/bus/pci/drivers/" + driver + "/bind", "");
            sysfs.file("sys/bus/pci/drivers/" + driver + "/unbind", "");
            nic = kernel.add(interfaceName);
            nic.address = address;
            nic.driver = driver.equals("virtio-pci") ? "virtio_net" : driver;
            appear(methods);
            attach();
            script();
        }

        private void appear(String methods) {
            sysfs.file(path + "/class", "0x020000");
            sysfs.file(path + "/remove", "");
            if (methods != null) {
                sysfs.file(path + "/reset", "");
                sysfs.file(path + "/reset_method", methods);
            }
            sysfs.link("sys/bus/pci/devices/" + address, path);
            sysfs.link(path + "/subsystem", "sys/bus/pci");
        }

        private void attach() {
            sysfs.link(path + "/driver", "sys/bus/pci/drivers/" + driver);
            sysfs.file(path + "/net/" + nic.name + "/dev_port", "0");
        }

        boolean isBound() {
            return Files.exists(sysfs.root().resolve(path + "/driver"));
        }

        String methods() {
            try {
                return Files.readString(sysfs.root().resolve(path + "/reset_method"))
                        .strip();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private void script() {
            sysfs.effects.put(driver + "/unbind", word -> unbind());
            sysfs.effects.put(driver + "/bind", word -> isBound() ? Errno.ENODEV : bind());
            sysfs.effects.put("/drivers_probe", word -> bindsOnProbe && !isBound() ? bind() : 0);
            sysfs.effects.put(address + "/reset", this::reset);
            sysfs.effects.put(address + "/reset_method", word -> {
                sysfs.file(path + "/reset_method", word);
                return 0;
            });
            sysfs.effects.put(address + "/remove", word -> remove());
            sysfs.effects.put("/rescan", word -> rescan());
        }

        int unbind() {
            if (!isBound()) {
                return Errno.ENODEV;
            }
            sysfs.remove(path + "/driver");
            sysfs.remove(path + "/net");
            kernel.remove(nic);
            return 0;
        }

        private int bind() {
            int error = binds.isEmpty() ? 0 : binds.poll();
            if (error != 0) {
                return error;
            }
            FakeNic old = nic;
            nic = kernel.add(nextName);
            nic.address = old.address;
            nic.driver = old.driver;
            nic.mac = old.mac;
            nic.adminUp = false;
            nic.carrier = false;
            nic.ups = 0;
            nic.operState = If.IF_OPER_DOWN;
            attach();
            return 0;
        }

        private int reset(String word) {
            resets++;
            wasBoundAtReset = isBound();
            wasUpAtReset = nic.adminUp;
            methodsAtReset = methods();
            return resetError;
        }

        private int remove() {
            if (isBound()) {
                unbind();
            }
            sysfs.remove("sys/bus/pci/devices/" + address);
            sysfs.remove(path);
            return 0;
        }

        private int rescan() {
            if (!Files.exists(sysfs.root().resolve(path)) && comesBackOnRescan) {
                appear("pm bus");
                bind();
            }
            return 0;
        }
    }

    /** The files written to, without the folder they are in. */
    List<String> writes() {
        return sysfs.writes;
    }
}
