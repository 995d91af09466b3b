// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import netreset.ResetException;
import netreset.bridge.Bridge;
import netreset.bridge.Libc;
import netreset.linux.ladder.Site;
import netreset.linux.ladder.Sysfs;
import netreset.linux.state.KernelFiles;

/**
 * This machine, and one of its network namespaces.
 *
 * @param namespace where sockets are opened
 * @param sysfs where the kernel's device tree is mounted
 * @param files the kernel's files, for those who read more of them
 * @param usb the folder of the files that USB devices are reached by
 * @param self the folder that tells of this process
 * @param kernelLog the file the kernel's log is read from
 */
record LinuxSite(
        Bridge bridge, NetworkNamespace namespace, Sysfs sysfs, KernelFiles files, Path usb, Path self, Path kernelLog)
        implements Site {
    static LinuxSite of(Bridge bridge, NetworkNamespace namespace, Path root) {
        return new LinuxSite(
                bridge,
                namespace,
                new Sysfs(root.resolve("sys"), bridge.libc()),
                new KernelFiles(root.resolve("sys"), root.resolve("proc")),
                root.resolve("dev/bus/usb"),
                root.resolve("proc/self"),
                root.resolve("dev/kmsg"));
    }

    @Override
    public Libc libc() {
        return bridge.libc();
    }

    @Override
    public <T> T open(Callable<T> opening) throws ResetException {
        return namespace.open(opening);
    }

    @Override
    public int renegotiate(String name) throws ResetException {
        try (EthtoolSocket socket = namespace.open(() -> EthtoolSocket.open(bridge))) {
            return socket.renegotiate(name);
        }
    }
}
