// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much of a device to reset.
 *
 * <p>For a NIC the words are either one of {@code function}, {@code chip}, {@code minimal}, which netreset translates for
 * the driver at hand, or components in ethtool's words: {@code mgmt irq dma filter offload mac phy ram ap}, each also
 * with {@code -shared}, and {@code dedicated}, {@code all}. No mask suits every driver: prefer the first kind.
 *
 * @param words the words; may be empty if there are flags
 * @param flags a raw mask of ETH_RESET_ bits (include/uapi/linux/ethtool.h), 0 to 0xffffffff, added to the words'
 */
public record Scope(List<String> words, OptionalLong flags) {
    /** This device and nothing else, as far as its driver can. What a request without a scope asks for. */
    public static final Scope FUNCTION = of("function");

    /** The whole chip, with every function and port on it. */
    public static final Scope CHIP = of("chip");

    /** The least that the driver can do. */
    public static final Scope MINIMAL = of("minimal");

    public Scope {
        words = List.copyOf(words);
        if (words.isEmpty() && flags.isEmpty()) {
            throw new IllegalArgumentException("a scope needs a word or flags");
        }
    }

    /** Some words; they are checked when the reset is planned. */
    public static Scope of(String... words) {
        return new Scope(Arrays.asList(words), OptionalLong.empty());
    }

    /** A raw mask; it is checked when the reset is planned. */
    public static Scope ofFlags(long mask) {
        return new Scope(List.of(), OptionalLong.of(mask));
    }
}
