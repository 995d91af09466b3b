// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.util.concurrent.atomic.AtomicLong;
import netreset.bridge.MprapiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which native call is under way, told by one thread and looked at by others: a number that no other call has. Telling
 * costs no clock and no fence, so that thousands of calls in a batch cost what they cost in C.
 */
final class CallMeter {
    private static final MprapiFunction[] FUNCTIONS = MprapiFunction.values();
    private static final int FUNCTION_BITS = 8;
    private static final long FUNCTION_MASK = (1L << FUNCTION_BITS) - 1;

    /** Calls so far; below them the function under way by its ordinal, from 1, or 0 if none is. */
    private final AtomicLong word = new AtomicLong();

    @SuppressWarnings("EnumOrdinal") // kept for as long as a call, and in this process only
    void begin(MprapiFunction function) {
        long calls = word.getPlain() & ~FUNCTION_MASK;
        word.setRelease(calls + (1L << FUNCTION_BITS) + function.ordinal() + 1);
    }

    void end() {
        word.setRelease(word.getPlain() & ~FUNCTION_MASK);
    }

    /** Equal at two moments if the same call is under way, or none was made in between. */
    long look() {
        return word.getAcquire();
    }

    /** The function under way; {@code null} if none is. */
    @Nullable
    MprapiFunction function() {
        return function(look());
    }

    /** The function that was under way when that was seen; {@code null} if none was. */
    static @Nullable MprapiFunction function(long seen) {
        int ordinal = (int) (seen & FUNCTION_MASK);
        return ordinal == 0 ? null : FUNCTIONS[ordinal - 1];
    }
}
