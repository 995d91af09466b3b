// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.linux.abi.SockaddrIn;
import netreset.linux.abi.SockaddrIn6;
import netreset.linux.abi.Socket;

/**
 * An address as the kernel takes it.
 *
 * @param family AF_INET or AF_INET6
 * @param bytes struct sockaddr_in or sockaddr_in6
 */
record SocketAddress(int family, ByteBuffer bytes) {
    /** @param index of the NIC: of an address of one link, whose it is */
    static SocketAddress of(InetAddress address, int port, int index) {
        byte[] raw = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            ByteBuffer bytes = direct(SockaddrIn.SIZE)
                    .putShort(SockaddrIn.SIN_FAMILY, (short) Socket.AF_INET)
                    .put(SockaddrIn.SIN_ADDR, raw);
            return new SocketAddress(Socket.AF_INET, port(bytes, SockaddrIn.SIN_PORT, port));
        }
        ByteBuffer bytes = direct(SockaddrIn6.SIZE)
                .putShort(SockaddrIn6.SIN6_FAMILY, (short) Socket.AF_INET6)
                .put(SockaddrIn6.SIN6_ADDR, raw)
                .putInt(SockaddrIn6.SIN6_SCOPE_ID, address.isLinkLocalAddress() ? index : 0);
        return new SocketAddress(Socket.AF_INET6, port(bytes, SockaddrIn6.SIN6_PORT, port));
    }

    int length() {
        return bytes.capacity();
    }

    private static ByteBuffer port(ByteBuffer bytes, int offset, int port) {
        return bytes.put(offset, (byte) (port >> Byte.SIZE)).put(offset + 1, (byte) port);
    }

    static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}
