// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import org.jspecify.annotations.Nullable;

/**
 * 128 bits of a state, in two lanes: each number that is added costs a lane one multiplication, and brings its high half
 * to the low one, both invertible, so that no two numbers added to equal lanes leave them equal. Not for secrets.
 */
public final class Digest {
    private long high;
    private long low;
    private boolean whole;

    public Digest() {
        clear();
    }

    public void clear() {
        high = 0x9E3779B97F4A7C15L;
        low = 0xC2B2AE3D27D4EB4FL;
        whole = true;
    }

    /** Whether everything that was added told its state. */
    public boolean isWhole() {
        return whole;
    }

    /** Something's state could not be added: equal digests prove nothing. */
    public Digest addUnknown() {
        whole = false;
        return this;
    }

    public Digest add(long value) {
        high = (high ^ value) * 0x9FB21C651E98DF25L;
        high ^= high >>> 32;
        low = Long.rotateLeft((low + value) * 0xD6E8FEB86659FD93L, 32);
        return this;
    }

    /** Adds two as one number. */
    public Digest add(int value, int other) {
        return add((long) value << Integer.SIZE | (other & 0xFFFF_FFFFL));
    }

    public Digest add(boolean value) {
        return add(value ? 1L : 2L);
    }

    /** Adds up to 63 of them as one number. */
    public Digest flags(boolean... values) {
        long bits = 1;
        for (boolean value : values) {
            bits = bits << 1 | (value ? 1 : 0);
        }
        return add(bits);
    }

    /** Adds which of its kind it is; the kind is known where it stands. */
    @SuppressWarnings("EnumOrdinal") // digests are compared within a run
    public Digest add(Enum<?> value) {
        return add((long) value.ordinal());
    }

    public Digest add(Class<?> kind) {
        return add(kind.getName().hashCode());
    }

    /** Adds its length and its characters, four as one number. */
    public Digest add(@Nullable String value) {
        if (value == null) {
            return add(-1L);
        }
        int length = value.length();
        add((long) length);
        long four = 0;
        for (int i = 0; i < length; i++) {
            four = four << Character.SIZE | value.charAt(i);
            if (i % 4 == 3) {
                add(four);
                four = 0;
            }
        }
        return length % 4 == 0 ? this : add(four);
    }

    /** Adds each of them as it can be added, and that there are no more. */
    public Digest add(Iterable<?> values) {
        for (Object value : values) {
            add(value);
        }
        return add(-4L);
    }

    /** Adds it as it can be added: digestible things, numbers, enums and texts by content; of others, their class, and then it isn't whole. */
    public Digest add(@Nullable Object value) {
        if (value == null) {
            return add(-2L);
        } else if (value instanceof Digestible digestible) {
            digestible.digest(this);
            return this;
        } else if (value instanceof Number number) {
            return add(number.longValue());
        } else if (value instanceof Enum<?> constant) {
            return add(constant.name().hashCode());
        } else if (value instanceof NdisStructure structure) {
            return add(structure.name());
        } else if (value instanceof NdisHandle handle) {
            return add(handle.name()).add(handle.generation());
        } else if (value instanceof NdisStatus status) {
            return add(status.value());
        } else if (value instanceof CharSequence || value instanceof Boolean) {
            return add(value.toString());
        } else if (value instanceof Iterable<?> elements) {
            return add(elements);
        }
        return add(value.getClass().getName()).addUnknown();
    }

    public long high() {
        return mix(high);
    }

    public long low() {
        return mix(low);
    }

    /** Lets every bit of a lane change every bit told. */
    private static long mix(long lane) {
        long mixed = (lane ^ (lane >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }

    @Override
    public String toString() {
        return String.format("%016x%016x", high(), low());
    }
}
