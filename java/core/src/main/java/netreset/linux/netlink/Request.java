// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.function.Consumer;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nlattr;
import netreset.linux.abi.Nlmsghdr;

/** Writes one message for the kernel: fixed part first, then attributes. */
public final class Request {
    private static final int INITIAL_SIZE = 256;

    private final String call;
    private ByteBuffer buffer;

    private Request(String call, ByteBuffer buffer) {
        this.call = call;
        this.buffer = buffer;
    }

    /**
     * A message in this machine's byte order.
     *
     * @param call its name in messages to the user, such as {@code RTM_NEWADDR}
     * @param flags {@code NLM_F_*} besides NLM_F_REQUEST
     */
    public static Request of(String call, int type, int flags) {
        return of(call, type, flags, ByteOrder.nativeOrder());
    }

    static Request of(String call, int type, int flags, ByteOrder order) {
        Request request = new Request(call, ByteBuffer.allocate(INITIAL_SIZE).order(order));
        request.u32(0).u16(type).u16(flags | Netlink.NLM_F_REQUEST).u32(0).u32(0);
        return request;
    }

    public Request u8(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    public Request u16(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    public Request u32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    public Request zeros(int count) {
        room(count).put(new byte[count]);
        return this;
    }

    /** Bytes as they are, from 0 to the buffer's capacity. */
    public Request bytes(ByteBuffer bytes) {
        room(bytes.capacity()).put(bytes.duplicate().clear());
        return this;
    }

    public Request attribute(int type, int value) {
        return attribute(type, payload -> payload.u32(value));
    }

    /** A NUL-terminated string. */
    public Request attribute(int type, String value) {
        return attribute(
                type,
                payload -> payload.bytes(ByteBuffer.wrap(KernelText.encode(value))).u8(0));
    }

    public Request attribute(int type, ByteBuffer value) {
        return attribute(type, payload -> payload.bytes(value));
    }

    /** An attribute whose payload {@code payload} writes. */
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

    /** An attribute that is made of attributes. */
    public Request nest(int type, Consumer<Request> attributes) {
        return attribute(type | Netlink.NLA_F_NESTED, attributes);
    }

    /** All attributes but those of some types, as they are. */
    public Request copyWithout(Attributes attributes, Set<Integer> types) {
        AttributeCursor cursor = new AttributeCursor(attributes.bytes(), 0, attributes.bytes().capacity());
        try {
            while (cursor.next()) {
                if (!types.contains(cursor.type())) {
                    attribute(cursor.rawType(), cursor.slice());
                }
            }
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("checked before", e);
        }
        return this;
    }

    private Request pad() {
        return zeros(-buffer.position() & (Netlink.NLA_ALIGNTO - 1));
    }

    private ByteBuffer room(int size) {
        if (buffer.remaining() < size) {
            int capacity = Math.max(2 * buffer.capacity(), buffer.position() + size);
            buffer = ByteBuffer.allocate(capacity).order(buffer.order()).put(buffer.flip());
        }
        return buffer;
    }

    /** Its name in messages to the user. */
    public String call() {
        return call;
    }

    boolean wantsAcknowledgement() {
        return (buffer.getShort(Nlmsghdr.NLMSG_FLAGS) & Netlink.NLM_F_ACK) != 0;
    }

    /** The message as C takes it. */
    ByteBuffer direct(int sequence) {
        buffer.putInt(Nlmsghdr.NLMSG_LEN, buffer.position()).putInt(Nlmsghdr.NLMSG_SEQ, sequence);
        ByteBuffer direct = ByteBuffer.allocateDirect(buffer.position()).order(buffer.order());
        direct.put(0, buffer, 0, buffer.position());
        return direct;
    }
}
