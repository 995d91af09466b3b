// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ServiceLoader;
import netreset.bridge.Bridge;
import netreset.bridge.CLibrary;
import netreset.bridge.Kernel32;
import netreset.bridge.Libc;
import netreset.bridge.Mprapi;
import netreset.bridge.Symbols;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Ifinfomsg;
import netreset.linux.abi.Nlattr;
import netreset.linux.abi.Nlmsghdr;
import netreset.linux.abi.Rtnetlink;
import org.jspecify.annotations.Nullable;

/**
 * The best real bridge, but that the kernel's messages about the interface {@code d0} also say that a PCI device is behind it:
 * a helper acts on PCI devices alone, and a test may act on a veth alone. All else is the kernel's.
 */
public final class OnPciBridge implements Bridge {
    static final String NIC = "d0";
    /** No machine has it: the last function of the last bus, in a domain that firmware doesn't number. */
    static final String ADDRESS = "ffff:ff:1f.7";

    /** Found once asked for: this one is found by the same loader. */
    private @Nullable Bridge found;

    private synchronized Bridge real() {
        if (found == null) {
            found = ServiceLoader.load(Bridge.class).stream()
                    .filter(provider -> provider.type() != OnPciBridge.class)
                    .map(ServiceLoader.Provider::get)
                    .filter(bridge -> bridge.unavailableReason(CLibrary.LIBC) == null)
                    .findFirst()
                    .orElseThrow();
        }
        return found;
    }

    @Override
    public String name() {
        return real().name();
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public @Nullable String unavailableReason(CLibrary library) {
        return real().unavailableReason(library);
    }

    @Override
    public Libc libc() {
        Libc real = real().libc();
        return (Libc) Proxy.newProxyInstance(
                OnPciBridge.class.getClassLoader(), new Class<?>[] {Libc.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        return method.getName().equals("recvfrom")
                                ? received((Long) result, (ByteBuffer) arguments[1])
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The datagram's new length; beyond the buffer's, as with MSG_TRUNC, if there is no room. */
    private static long received(long length, ByteBuffer buffer) {
        byte[] behind = attributes();
        int end = (int) Math.min(length, buffer.capacity());
        for (int at = 0; at + Nlmsghdr.SIZE <= end; ) {
            int size = buffer.getInt(at + Nlmsghdr.NLMSG_LEN);
            if (size < Nlmsghdr.SIZE || size > end - at) {
                break; // no netlink at all, or the end of it
            }
            if (isAboutNic(buffer, at, size)) {
                if (end + behind.length > buffer.capacity()) {
                    return (long) end + behind.length;
                }
                ByteBuffer rest = buffer.duplicate().position(at + size).limit(end);
                byte[] after = new byte[rest.remaining()];
                rest.get(after);
                buffer.duplicate().clear().position(at + size).put(behind).put(after);
                size += behind.length;
                end += behind.length;
                buffer.putInt(at + Nlmsghdr.NLMSG_LEN, size);
            }
            at += aligned(size);
        }
        return length < 0 ? length : Math.max(length, end);
    }

    private static boolean isAboutNic(ByteBuffer buffer, int at, int size) {
        int type = Short.toUnsignedInt(buffer.getShort(at + Nlmsghdr.NLMSG_TYPE));
        if (type != Rtnetlink.RTM_NEWLINK && type != Rtnetlink.RTM_DELLINK) {
            return false;
        }
        byte[] name = attribute(IfLink.IFLA_IFNAME, NIC);
        int first = at + Nlmsghdr.SIZE + Ifinfomsg.SIZE;
        for (int from = first; from + name.length <= at + size; from += aligned(length(buffer, from))) {
            if (length(buffer, from) < Nlattr.SIZE) {
                return false;
            }
            byte[] here = new byte[name.length];
            buffer.duplicate().clear().position(from).get(here);
            if (java.util.Arrays.equals(here, name)) {
                return true;
            }
        }
        return false;
    }

    private static int length(ByteBuffer buffer, int attribute) {
        return Short.toUnsignedInt(buffer.getShort(attribute + Nlattr.NLA_LEN));
    }

    private static byte[] attributes() {
        byte[] bus = attribute(IfLink.IFLA_PARENT_DEV_BUS_NAME, "pci");
        byte[] device = attribute(IfLink.IFLA_PARENT_DEV_NAME, ADDRESS);
        return ByteBuffer.allocate(bus.length + device.length)
                .put(bus)
                .put(device)
                .array();
    }

    /** With the padding behind it. */
    private static byte[] attribute(int type, String text) {
        byte[] bytes = (text + "\0").getBytes(UTF_8);
        int length = Nlattr.SIZE + bytes.length;
        return ByteBuffer.allocate(aligned(length))
                .order(java.nio.ByteOrder.nativeOrder())
                .putShort((short) length)
                .putShort((short) type)
                .put(bytes)
                .array();
    }

    private static int aligned(int length) {
        return (length + 3) & ~3;
    }

    @Override
    public Kernel32 kernel32() {
        return real().kernel32();
    }

    @Override
    public Mprapi mprapi(Symbols symbols) {
        return real().mprapi(symbols);
    }

    @Override
    public long address(ByteBuffer buffer) {
        return real().address(buffer);
    }

    @Override
    public ByteBuffer view(long address, long size) {
        return real().view(address, size);
    }
}
