// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import org.jspecify.annotations.Nullable;

/** 128 bits of a state: two lanes of multiply and shift, different constants. Not for secrets. */
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
        high = mix(high ^ value) * 0x9FB21C651E98DF25L;
        low = mix(low + value) * 0xD6E8FEB86659FD93L;
        return this;
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

    public Digest add(Enum<?> value) {
        return add(value.name().hashCode());
    }

    public Digest add(Class<?> kind) {
        return add(kind.getName().hashCode());
    }

    /** Adds its characters and its length. */
    public Digest add(@Nullable String value) {
        if (value == null) {
            return add(-1L);
        }
        for (int i = 0; i < value.length(); i++) {
            add(value.charAt(i));
        }
        return add(value.length());
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
        return high;
    }

    public long low() {
        return low;
    }

    private static long mix(long value) {
        long mixed = value ^ (value >>> 29);
        return mixed * 0xBF58476D1CE4E5B9L ^ (mixed >>> 32);
    }

    @Override
    public String toString() {
        return String.format("%016x%016x", high, low);
    }
}
