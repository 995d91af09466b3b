// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attributes as the kernel sent them, to be looked at one by one or sent back: also those this version knows nothing of
 * stay what they are. Immutable, and equal if their bytes are.
 */
public final class Attributes {
    private final ByteBuffer bytes;

    private Attributes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * The attributes between two indexes of a buffer, copied.
     *
     * @throws MalformedMessageException if they aren't attributes one behind the other
     */
    public static Attributes of(ByteBuffer buffer, int start, int end) throws MalformedMessageException {
        ByteBuffer copy = ByteBuffer.allocate(end - start).order(buffer.order());
        copy.put(0, buffer, start, end - start);
        AttributeCursor cursor = new AttributeCursor(copy, 0, end - start);
        while (cursor.next()) {
            // The cursor checks.
        }
        return new Attributes(copy);
    }

    /** Their types, without the flag bits, in the kernel's order. */
    public Set<Integer> types() {
        Set<Integer> types = new LinkedHashSet<>();
        for (AttributeCursor cursor = cursor(); advance(cursor); ) {
            types.add(cursor.type());
        }
        return types;
    }

    /** Takes an attribute. */
    interface Visitor {
        /** The type with its flag bits, and the payload from 0 to its capacity. */
        void visit(int rawType, ByteBuffer payload);
    }

    void forEach(Visitor visitor) {
        for (AttributeCursor cursor = cursor(); advance(cursor); ) {
            visitor.visit(cursor.rawType(), cursor.slice());
        }
    }

    public boolean has(int type) {
        return find(type) != null;
    }

    /** The payload of the first attribute of a type, in the kernel's byte order; {@code null} if there is none. */
    public @Nullable ByteBuffer payload(int type) {
        AttributeCursor cursor = find(type);
        return cursor == null ? null : cursor.slice();
    }

    /** The first unsigned 8 bits of an attribute; {@code otherwise} if there is none, or it is too short. */
    public int u8(int type, int otherwise) {
        ByteBuffer payload = payload(type);
        return payload == null || payload.capacity() < Byte.BYTES ? otherwise : Byte.toUnsignedInt(payload.get(0));
    }

    /** The first unsigned 16 bits of an attribute; {@code otherwise} if there is none, or it is too short. */
    public int u16(int type, int otherwise) {
        ByteBuffer payload = payload(type);
        return payload == null || payload.capacity() < Short.BYTES
                ? otherwise
                : Short.toUnsignedInt(payload.getShort(0));
    }

    /** The first 32 bits of an attribute; {@code otherwise} if there is none, or it is too short. */
    public int s32(int type, int otherwise) {
        ByteBuffer payload = payload(type);
        return payload == null || payload.capacity() < Integer.BYTES ? otherwise : payload.getInt(0);
    }

    /** A hardware address; {@code null} if there is none, or an empty one. */
    public @Nullable MacAddress macAddress(int type) {
        ByteBuffer payload = payload(type);
        return payload == null || payload.capacity() == 0 ? null : MacAddress.of(payload, 0, payload.capacity());
    }

    /** A string, up to its NUL; {@code null} if there is none. */
    public @Nullable String text(int type) {
        ByteBuffer payload = payload(type);
        return payload == null ? null : KernelText.decode(payload, 0, payload.capacity());
    }

    /** Every string of a type, as of {@code IFLA_ALT_IFNAME}. */
    public List<String> texts(int type) {
        List<String> texts = new ArrayList<>();
        for (AttributeCursor cursor = cursor(); advance(cursor); ) {
            if (cursor.type() == type) {
                texts.add(cursor.text());
            }
        }
        return texts;
    }

    /** The attributes inside the first one of a type; none if there is none, or it isn't made of attributes. */
    public Attributes nested(int type) {
        ByteBuffer payload = payload(type);
        try {
            return payload == null ? none() : of(payload, 0, payload.capacity());
        } catch (MalformedMessageException e) {
            return none();
        }
    }

    private Attributes none() {
        return new Attributes(ByteBuffer.allocate(0).order(bytes.order()));
    }

    /** Their bytes, padding included, from 0 to the capacity. */
    public ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer().order(bytes.order());
    }

    /** The order of numbers in them. */
    public ByteOrder order() {
        return bytes.order();
    }

    private AttributeCursor cursor() {
        return new AttributeCursor(bytes, 0, bytes.capacity());
    }

    private @Nullable AttributeCursor find(int type) {
        for (AttributeCursor cursor = cursor(); advance(cursor); ) {
            if (cursor.type() == type) {
                return cursor;
            }
        }
        return null;
    }

    private static boolean advance(AttributeCursor cursor) {
        try {
            return cursor.next();
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("checked before", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attributes attributes && bytes.equals(attributes.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }
}
