// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.List;

/**
 * Components of a device, as bits and in words.
 *
 * @param bits 32 bits; unsigned, though Java shows an int with sign
 * @param words the words for the bits, such as {@code mac} or {@code phy-shared}; a bit without a name is its number in
 *     hexadecimal
 */
public record ResetMask(int bits, List<String> words) {
    public ResetMask {
        words = List.copyOf(words);
    }

    /** No component. */
    public boolean isEmpty() {
        return bits == 0;
    }

    /** The bits as a number from 0 to 0xffffffff. */
    public long unsigned() {
        return Integer.toUnsignedLong(bits);
    }

    /** Eight hexadecimal digits after {@code 0x}. */
    public String hex() {
        return String.format("0x%08x", bits);
    }
}
