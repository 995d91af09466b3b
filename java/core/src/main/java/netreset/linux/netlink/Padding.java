// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

/** The padding between netlink messages and between attributes. */
final class Padding {
    private Padding() {}

    /**
     * Bytes from the start of something to the start of the next: {@code length} rounded up to a multiple of {@code
     * alignment}, but at most {@code remaining}, as the last one may come without padding.
     */
    static int skip(int length, int alignment, int remaining) {
        return (int) Math.min((length + alignment - 1L) & -alignment, remaining);
    }
}
