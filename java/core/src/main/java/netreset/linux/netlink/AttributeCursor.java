// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nlattr;

/** Walks over the attributes between two indexes of a buffer. */
public final class AttributeCursor {
    private final ByteBuffer buffer;
    private final int end;
    private int start;
    private int next;

    AttributeCursor(ByteBuffer buffer, int start, int end) {
        this.buffer = buffer;
        this.start = this.next = start;
        this.end = end;
    }

    /** Moves to the next attribute, the first one at first; false if there is none. */
    public boolean next() throws MalformedMessageException {
        if (next == end) {
            return false;
        }
        int remaining = end - next;
        if (remaining < Nlattr.SIZE) {
            throw new MalformedMessageException(remaining + " bytes are too few for an attribute header");
        }
        start = next;
        int length = Short.toUnsignedInt(buffer.getShort(start + Nlattr.NLA_LEN));
        if (length < Nlattr.SIZE || length > remaining) {
            throw new MalformedMessageException(
                    "nla_len of attribute " + type() + " is " + length + ", not in " + Nlattr.SIZE + ".." + remaining);
        }
        next = start + Padding.skip(length, Netlink.NLA_ALIGNTO, remaining);
        return true;
    }

    /** {@code nla_type} without its two flag bits. */
    public int type() {
        return buffer.getShort(start + Nlattr.NLA_TYPE) & Netlink.NLA_TYPE_MASK & 0xffff;
    }

    /** {@code nla_type} with its flag bits. */
    int rawType() {
        return Short.toUnsignedInt(buffer.getShort(start + Nlattr.NLA_TYPE));
    }

    /** One byte, unsigned. */
    public int u8() throws MalformedMessageException {
        return Byte.toUnsignedInt(buffer.get(fixed(Byte.BYTES)));
    }

    /** Two bytes, unsigned. */
    public int u16() throws MalformedMessageException {
        return Short.toUnsignedInt(buffer.getShort(fixed(Short.BYTES)));
    }

    /** Four bytes, signed. */
    public int s32() throws MalformedMessageException {
        return buffer.getInt(fixed(Integer.BYTES));
    }

    /** Four bytes, unsigned. */
    public long u32() throws MalformedMessageException {
        return Integer.toUnsignedLong(s32());
    }

    /** Eight bytes; unsigned, though Java shows a long with sign. */
    public long u64() throws MalformedMessageException {
        return buffer.getLong(fixed(Long.BYTES));
    }

    /** The value of a {@code struct nla_bitfield32}, its first four bytes. */
    public int bitfield32() throws MalformedMessageException {
        return buffer.getInt(fixed(Long.BYTES));
    }

    /** A string, with or without its NUL. */
    public String text() {
        return KernelText.decode(buffer, payload(), length());
    }

    MacAddress macAddress() {
        return MacAddress.of(buffer, payload(), length());
    }

    /** The attributes inside this one. */
    public AttributeCursor nested() {
        return new AttributeCursor(buffer, payload(), payload() + length());
    }

    /** The payload, to be read only. */
    ByteBuffer slice() {
        return buffer.slice(payload(), length()).asReadOnlyBuffer().order(buffer.order());
    }

    /** Bytes of payload. */
    public int length() {
        return Short.toUnsignedInt(buffer.getShort(start + Nlattr.NLA_LEN)) - Nlattr.SIZE;
    }

    private int payload() {
        return start + Nlattr.SIZE;
    }

    private int fixed(int size) throws MalformedMessageException {
        if (length() != size) {
            throw new MalformedMessageException("attribute " + type() + " has " + length() + " bytes, not " + size);
        }
        return payload();
    }
}
