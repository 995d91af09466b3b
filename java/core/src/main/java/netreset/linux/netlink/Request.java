// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.function.Consumer;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nlattr;
import netreset.linux.abi.Nlmsghdr;

/**
 * One netlink message to the kernel as it is being written: the header, then what its type puts in front, then
 * attributes, each padded as the kernel wants it.
 */
public final class Request {
    private static final int ROOM = 1 << 10;

    private final String call;
    private ByteBuffer buffer = NetlinkSocket.direct(ROOM);

    /**
     * Begins one.
     *
     * @param call its name in messages to the user, such as {@code RTM_SETLINK}
     * @param type {@code nlmsg_type}
     * @param flags {@code NLM_F_*}
     */
    public Request(String call, int type, int flags) {
        this.call = call;
        buffer.position(Nlmsghdr.SIZE);
        buffer.putShort(Nlmsghdr.NLMSG_TYPE, (short) type).putShort(Nlmsghdr.NLMSG_FLAGS, (short) flags);
    }

    /** What it is called. */
    public String call() {
        return call;
    }

    /** Whether the kernel is to list something: it answers with many messages, and changes nothing. */
    boolean isDump() {
        return (buffer.getShort(Nlmsghdr.NLMSG_FLAGS) & Netlink.NLM_F_DUMP) == Netlink.NLM_F_DUMP;
    }

    /** One byte of what stands in front of the attributes. */
    public Request u8(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    /** Two bytes of it. */
    public Request u16(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    /** Four bytes of it. */
    public Request u32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    /** An attribute of one byte. */
    public Request attributeU8(int type, int value) {
        begin(type, Byte.BYTES).put((byte) value);
        return pad();
    }

    /** An attribute of four bytes. */
    public Request attributeU32(int type, int value) {
        begin(type, Integer.BYTES).putInt(value);
        return this;
    }

    /** An attribute that is a string, with its NUL. */
    public Request attribute(int type, String text) {
        byte[] bytes = KernelText.encode(text);
        begin(type, bytes.length + 1).put(bytes).put((byte) 0);
        return pad();
    }

    /** A {@code struct nla_bitfield32}: those bits of {@code value} that are in {@code selector}. */
    public Request attributeBitfield32(int type, int value, int selector) {
        begin(type, Long.BYTES).putInt(value).putInt(selector);
        return this;
    }

    /** Bytes as they are, from 0 to the buffer's capacity. */
    public Request bytes(ByteBuffer bytes) {
        room(bytes.capacity()).put(bytes.duplicate().clear());
        return this;
    }

    /** An attribute with these bytes, from 0 to the buffer's capacity. */
    public Request attribute(int type, ByteBuffer value) {
        return attribute(type, payload -> payload.bytes(value));
    }

    /** An attribute made of attributes. */
    public Request nest(int type, Consumer<Request> attributes) {
        return attribute(type | Netlink.NLA_F_NESTED, attributes);
    }

    /**
     * An attribute whose payload {@code payload} writes.
     *
     * @throws IllegalArgumentException if that is longer than an attribute can be
     */
    public Request attribute(int type, Consumer<Request> payload) {
        int start = buffer.position();
        u16(0).u16(type);
        payload.accept(this);
        int length = buffer.position() - start;
        if (length > 0xffff) {
            throw new IllegalArgumentException("attribute " + type + " of " + length + " bytes");
        }
        buffer.putShort(start + Nlattr.NLA_LEN, (short) length);
        return pad();
    }

    /** All attributes but those of some types, as they are. */
    public Request copyWithout(Attributes attributes, Set<Integer> types) {
        attributes.forEach((rawType, payload) -> {
            if (!types.contains(rawType & Netlink.NLA_TYPE_MASK)) {
                attribute(rawType, payload);
            }
        });
        return this;
    }

    private ByteBuffer begin(int type, int length) {
        return room(Nlattr.SIZE + length + Netlink.NLA_ALIGNTO)
                .putShort((short) (Nlattr.SIZE + length))
                .putShort((short) type);
    }

    private ByteBuffer room(int size) {
        if (buffer.remaining() < size) {
            int capacity = Math.max(2 * buffer.capacity(), buffer.position() + size);
            buffer = NetlinkSocket.direct(capacity).put(buffer.flip());
        }
        return buffer;
    }

    private Request pad() {
        while (buffer.position() % Netlink.NLA_ALIGNTO != 0) {
            room(Byte.BYTES).put((byte) 0);
        }
        return this;
    }

    /** The finished message, from index 0 to its limit; may be asked for again with another number. */
    ByteBuffer bytes(int sequence) {
        int length = buffer.position();
        buffer.putInt(Nlmsghdr.NLMSG_LEN, length).putInt(Nlmsghdr.NLMSG_SEQ, sequence);
        return buffer.duplicate().order(buffer.order()).flip();
    }
}
