// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes JSON so that it can be shown on a terminal: a character that isn't plain can only be inside a string there, and
 * is escaped as JSON escapes it.
 */
final class PlainWriter extends FilterWriter {
    PlainWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        if (Printable.isPlain(c)) {
            out.write(c);
        } else {
            out.write(String.format("\\u%04x", c));
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        write(new String(text, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        int plain = offset;
        for (int i = offset; i < offset + length; i++) {
            if (!Printable.isPlain(text.charAt(i))) {
                out.write(text, plain, i - plain);
                write(text.charAt(i));
                plain = i + 1;
            }
        }
        out.write(text, plain, offset + length - plain);
    }
}
