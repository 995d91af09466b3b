// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Names as the kernel has them, which are bytes, as Java has them, and back without loss. Bytes are UTF-8; a byte that is
 * not becomes the lone surrogate U+DC00 + byte (U+DC80 to U+DCFF), as in Python's PEP 383.
 */
public final class KernelText {
    /** What an invalid byte is added to. */
    private static final char ESCAPE = 0xDC00;

    private KernelText() {}

    /** The bytes at {@code offset} up to the first NUL, or all {@code length} of them if there is none. */
    public static String decode(ByteBuffer buffer, int offset, int length) {
        int end = 0;
        byte seen = 0;
        for (; end < length && buffer.get(offset + end) != 0; end++) {
            seen |= buffer.get(offset + end);
        }
        byte[] bytes = new byte[end];
        buffer.get(offset, bytes);
        return seen >= 0 ? new String(bytes, ISO_8859_1) : decodeUtf8(bytes);
    }

    private static String decodeUtf8(byte[] bytes) {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                return out.flip().toString();
            }
            out.put((char) (ESCAPE + Byte.toUnsignedInt(in.get())));
        }
    }

    /**
     * The bytes of {@code text}, without a NUL at the end.
     *
     * @throws IllegalArgumentException if {@code text} has a surrogate that neither {@link #decode} makes nor is one of a
     *     pair: it stands for no bytes
     */
    public static byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int codePoint = text.codePointAt(i);
            next = i + Character.charCount(codePoint);
            if (codePoint >= ESCAPE + 0x80 && codePoint <= ESCAPE + 0xFF) {
                out.write(codePoint - ESCAPE);
            } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("lone surrogate at index " + i);
            } else {
                out.writeBytes(text.substring(i, next).getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }
}
