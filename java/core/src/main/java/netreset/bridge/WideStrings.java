// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** C's strings of WCHARs, 2 bytes each, to and from Java's of the same code units: none is changed, not even a bad one. */
public final class WideStrings {
    private WideStrings() {}

    /**
     * A NUL-terminated copy in direct memory.
     *
     * @throws IllegalArgumentException if C would see less of it
     */
    public static ByteBuffer of(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL in a string for C");
        }
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(Character.BYTES * (text.length() + 1)).order(ByteOrder.nativeOrder());
        for (int i = 0; i < text.length(); i++) {
            buffer.putChar(Character.BYTES * i, text.charAt(i));
        }
        return buffer;
    }

    /**
     * What stands before the first NUL, or before the end of the array if there is none.
     *
     * @param offset of the array in the buffer, in bytes
     * @param length of the array, in bytes
     */
    public static String read(ByteBuffer buffer, int offset, int length) {
        StringBuilder text = new StringBuilder();
        for (int at = offset; at + 1 < offset + length && buffer.getChar(at) != 0; at += Character.BYTES) {
            text.append(buffer.getChar(at));
        }
        return text.toString();
    }
}
