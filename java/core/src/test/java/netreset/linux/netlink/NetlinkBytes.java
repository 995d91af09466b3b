// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writes netlink messages as the kernel would, in the byte order asked for. */
public final class NetlinkBytes {
    private final ByteBuffer buffer;

    public NetlinkBytes(ByteOrder order) {
        buffer = ByteBuffer.allocate(1 << 17).order(order);
    }

    /** In this machine's byte order, as bytes that cross a bridge are. */
    public static NetlinkBytes ofThisMachine() {
        return new NetlinkBytes(ByteOrder.nativeOrder());
    }

    public NetlinkBytes message(int type, int flags, int sequence, Consumer<NetlinkBytes> payload) {
        int start = buffer.position();
        buffer.putInt(0)
                .putShort((short) type)
                .putShort((short) flags)
                .putInt(sequence)
                .putInt(0);
        payload.accept(this);
        buffer.putInt(start, buffer.position() - start);
        return pad();
    }

    /** A struct ifinfomsg. */
    public NetlinkBytes ifinfomsg(int family, int type, int index, int flags) {
        buffer.put((byte) family).put((byte) 0).putShort((short) type);
        buffer.putInt(index).putInt(flags).putInt(0);
        return this;
    }

    public NetlinkBytes attribute(int type, byte[] value) {
        return attribute(type, payload -> payload.buffer.put(value));
    }

    public NetlinkBytes attribute(int type, int value) {
        return attribute(type, payload -> payload.buffer.putInt(value));
    }

    public NetlinkBytes attribute(int type, String value) {
        return attribute(
                type, payload -> payload.buffer.put(KernelText.encode(value)).put((byte) 0));
    }

    public NetlinkBytes attribute(int type, Consumer<NetlinkBytes> payload) {
        int start = buffer.position();
        buffer.putShort((short) 0).putShort((short) type);
        payload.accept(this);
        buffer.putShort(start, (short) (buffer.position() - start));
        return pad();
    }

    public NetlinkBytes raw(byte[] bytes) {
        buffer.put(bytes);
        return this;
    }

    public NetlinkBytes int32(int value) {
        buffer.putInt(value);
        return this;
    }

    private NetlinkBytes pad() {
        while (buffer.position() % 4 != 0) {
            buffer.put((byte) 0);
        }
        return this;
    }

    public byte[] bytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
