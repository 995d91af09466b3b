// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.Printable;
import netreset.bridge.Bridge;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Ethtool;
import netreset.linux.abi.EthtoolDrvinfo;
import netreset.linux.abi.EthtoolValue;
import netreset.linux.abi.If;
import netreset.linux.abi.Ifreq;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Socket;
import netreset.linux.abi.Sockios;
import netreset.linux.netlink.KernelText;
import org.jspecify.annotations.Nullable;

/**
 * SIOCETHTOOL on one socket, bound to the network namespace it was opened in. The kernel finds the interface by name, and
 * for a name it doesn't know a privileged caller makes it load a module ({@code dev_load}, net/core/dev_ioctl.c): so only
 * names just seen in a dump are passed. Used by one thread at a time; allocates nothing per call but what it returns.
 */
final class EthtoolSocket implements AutoCloseable {
    private final Libc libc;
    private final int fd;
    private final ByteBuffer request = allocate(Ifreq.SIZE);
    private final ByteBuffer value = allocate(EthtoolValue.SIZE);
    private final ByteBuffer drvinfo = allocate(EthtoolDrvinfo.SIZE);
    private final long valueAddress;
    private final long drvinfoAddress;

    private EthtoolSocket(Bridge bridge, int fd) {
        this.libc = bridge.libc();
        this.fd = fd;
        this.valueAddress = bridge.address(value);
        this.drvinfoAddress = bridge.address(drvinfo);
    }

    /**
     * Opens a socket in the calling thread's network namespace. Any family will do for SIOCETHTOOL, so a kernel without
     * IPv4 serves as well.
     *
     * @throws SystemCallException if no socket can be had
     */
    static EthtoolSocket open(Bridge bridge) throws SystemCallException {
        int fd = bridge.libc().socket(Socket.AF_INET, Socket.SOCK_DGRAM | Socket.SOCK_CLOEXEC, 0);
        if (fd < 0) {
            fd = bridge.libc()
                    .socket(Socket.AF_NETLINK, Socket.SOCK_RAW | Socket.SOCK_CLOEXEC, Netlink.NETLINK_GENERIC);
        }
        return new EthtoolSocket(bridge, SystemCallException.check("socket", fd));
    }

    /**
     * What a driver says of itself.
     *
     * @param driver name; empty if it told none
     * @param firmware version, in its own words; empty if it told none
     * @param busInfo address of its device, in its own words; empty if it told none
     */
    record Drvinfo(String driver, String firmware, String busInfo) {}

    /**
     * ETHTOOL_GDRVINFO; anybody may ask.
     *
     * @return {@code null} if the interface has no driver that could be asked, or is gone
     */
    @Nullable
    Drvinfo drvinfo(String name) {
        drvinfo.putInt(EthtoolDrvinfo.CMD, Ethtool.ETHTOOL_GDRVINFO);
        if (query(name, drvinfoAddress) < 0) {
            return null;
        }
        return new Drvinfo(
                KernelText.decode(drvinfo, EthtoolDrvinfo.DRIVER, EthtoolDrvinfo.DRIVER_LENGTH),
                KernelText.decode(drvinfo, EthtoolDrvinfo.FW_VERSION, EthtoolDrvinfo.FW_VERSION_LENGTH),
                KernelText.decode(drvinfo, EthtoolDrvinfo.BUS_INFO, EthtoolDrvinfo.BUS_INFO_LENGTH));
    }

    /**
     * Whether the kernel lets the driver be called: it doesn't while the driver has detached its device
     * ({@code netif_device_present}).
     */
    boolean isPresent(String name) {
        value.putInt(EthtoolValue.CMD, Ethtool.ETHTOOL_GLINK);
        return query(name, valueAddress) != -Errno.ENODEV;
    }

    /**
     * Asks with a structure at an address of the caller's, as often as signals interrupt: for queries only.
     *
     * @return 0 or {@code -errno}
     */
    int query(String name, long structure) {
        int result;
        do {
            result = ioctl(name, structure);
        } while (result == -Errno.EINTR);
        return result;
    }

    /**
     * ETHTOOL_RESET, once: an interrupted one isn't repeated, as the driver may have begun. Blocks for as long as the
     * driver takes; nothing in Java can end it.
     *
     * @param bits what to reset; not 0
     * @return 0 or {@code -errno}; after 0, {@link #remaining()} is what wasn't reset
     */
    int reset(String name, int bits) {
        value.putInt(EthtoolValue.CMD, Ethtool.ETHTOOL_RESET).putInt(EthtoolValue.DATA, bits);
        return ioctl(name, valueAddress);
    }

    /**
     * ETHTOOL_NWAY_RST, once, as {@link #reset}.
     *
     * @return 0 or {@code -errno}
     */
    int renegotiate(String name) {
        value.putInt(EthtoolValue.CMD, Ethtool.ETHTOOL_NWAY_RST).putInt(EthtoolValue.DATA, 0);
        return ioctl(name, valueAddress);
    }

    /** The bits that the last successful {@link #reset} left set. The kernel writes nothing back after an error. */
    int remaining() {
        return value.getInt(EthtoolValue.DATA);
    }

    private int ioctl(String name, long structure) {
        byte[] bytes = KernelText.encode(name);
        if (bytes.length >= If.IFNAMSIZ) {
            throw new IllegalArgumentException("longer than an interface name: " + Printable.brief(name));
        }
        for (int i = 0; i < If.IFNAMSIZ; i++) {
            request.put(Ifreq.IFR_NAME + i, i < bytes.length ? bytes[i] : 0);
        }
        request.putLong(Ifreq.IFR_DATA, structure);
        return libc.ioctl(fd, Sockios.SIOCETHTOOL, request);
    }

    @Override
    public void close() {
        libc.close(fd);
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}
