// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One message of the kernel's, kept whole: its type, a fixed part, and attributes. What it says can be written down and
 * sent back without understanding all of it. Immutable, and equal if type and bytes are.
 */
public final class Message {
    private final int type;
    private final int fixedLength;
    private final ByteBuffer payload;
    private final Attributes attributes;

    private Message(int type, int fixedLength, ByteBuffer payload, Attributes attributes) {
        this.type = type;
        this.fixedLength = fixedLength;
        this.payload = payload;
        this.attributes = attributes;
    }

    /**
     * The message the cursor is at.
     *
     * @param fixedLength bytes before the attributes
     */
    static Message of(MessageCursor cursor, int fixedLength) throws MalformedMessageException {
        int length = cursor.payloadEnd() - cursor.payloadStart();
        ByteBuffer copy = ByteBuffer.allocate(length).order(cursor.buffer().order());
        copy.put(0, cursor.buffer(), cursor.payloadStart(), length);
        return of(cursor.type(), fixedLength, copy);
    }

    private static Message of(int type, int fixedLength, ByteBuffer payload) throws MalformedMessageException {
        int length = payload.capacity();
        if (length < fixedLength) {
            throw new MalformedMessageException(
                    length + " bytes of payload are too few for the header of a message of type " + type);
        }
        return new Message(type, fixedLength, payload, Attributes.of(payload, fixedLength, length));
    }

    /**
     * What {@link #hex} wrote, on this machine.
     *
     * @throws MalformedMessageException if it didn't
     */
    public static Message parse(int type, int fixedLength, String hex) throws MalformedMessageException {
        ByteBuffer payload;
        try {
            payload = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.nativeOrder());
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("no hexadecimal bytes: " + e.getMessage());
        }
        return of(type, fixedLength, payload);
    }

    /** {@code nlmsg_type}. */
    public int type() {
        return type;
    }

    /** Unsigned 8 bits of the fixed part. */
    public int u8(int offset) {
        return Byte.toUnsignedInt(payload.get(checked(offset, Byte.BYTES)));
    }

    /** Unsigned 16 bits of the fixed part. */
    public int u16(int offset) {
        return Short.toUnsignedInt(payload.getShort(checked(offset, Short.BYTES)));
    }

    /** 32 bits of the fixed part. */
    public int s32(int offset) {
        return payload.getInt(checked(offset, Integer.BYTES));
    }

    private int checked(int offset, int size) {
        if (offset < 0 || offset + size > fixedLength) {
            throw new IndexOutOfBoundsException("bytes " + offset + " to " + (offset + size) + " of " + fixedLength);
        }
        return offset;
    }

    /** The fixed part, from 0 to the capacity. */
    public ByteBuffer fixed() {
        return payload.slice(0, fixedLength).asReadOnlyBuffer().order(payload.order());
    }

    public Attributes attributes() {
        return attributes;
    }

    /** Fixed part and attributes, two digits a byte, in this machine's byte order. */
    public String hex() {
        byte[] bytes = new byte[payload.capacity()];
        payload.get(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message message && type == message.type && payload.equals(message.payload);
    }

    @Override
    public int hashCode() {
        return 31 * type + payload.hashCode();
    }

    @Override
    public String toString() {
        return type + ":" + hex();
    }
}
