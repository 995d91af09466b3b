// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A stream that never throws: after the first failure it swallows the rest, and keeps the reason unless nobody reads. */
final class PipeOutput extends OutputStream {
    /** strerror(EPIPE): the reader, such as {@code head}, has seen enough. */
    private static final String BROKEN_PIPE = "Broken pipe";

    private final OutputStream stream;
    private @Nullable IOException failure;

    PipeOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure == null) {
            try {
                stream.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    @Override
    public void flush() {
        if (failure == null) {
            try {
                stream.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Whether nothing has failed so far. */
    boolean isOpen() {
        return failure == null;
    }

    /** Why something that somebody wanted couldn't be written; {@code null} if all is well. */
    @Nullable
    String fault() {
        return failure == null || BROKEN_PIPE.equals(failure.getMessage())
                ? null
                : String.valueOf(failure.getMessage());
    }
}
