// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.util.function.ToIntFunction;

/** C's enums, of which another version may have more values than we know. */
final class Enums {
    private Enums() {}

    /** The constant with that value; {@code unknown} if none has it. */
    static <E extends Enum<E>> E of(E[] constants, ToIntFunction<E> valueOf, int value, E unknown) {
        for (E constant : constants) {
            if (constant != unknown && valueOf.applyAsInt(constant) == value) {
                return constant;
            }
        }
        return unknown;
    }

    /** The constant's name; {@code UNKNOWN(99)} for the one that stands for values without a name. */
    static String text(Enum<?> constant, long value) {
        return constant.name().equals("UNKNOWN") ? "UNKNOWN(" + value + ")" : constant.name();
    }
}
