// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Map;
import java.util.OptionalInt;
import netreset.Printable;

/** Where lines go: results to standard output, messages for people to standard error; both UTF-8, no control codes. */
final class Console {
    private static final int BUFFER_CHARS = 1 << 16;

    private final PipeOutput pipe;
    private final PrintWriter out;
    private final PrintWriter err;
    private final OptionalInt columns;

    /**
     * Writes to these streams.
     *
     * @param columns width of the terminal that shows the output; empty if none does, or it isn't known
     */
    Console(OutputStream out, OutputStream err, OptionalInt columns) {
        this.pipe = new PipeOutput(out);
        this.out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(pipe, UTF_8), BUFFER_CHARS));
        this.err = new PrintWriter(new OutputStreamWriter(err, UTF_8));
        this.columns = columns;
    }

    /** The process's own streams. {@code COLUMNS} is set where a terminal shows the output: the launcher sees to that. */
    static Console ofProcess(Map<String, String> environment) {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                columns(environment.getOrDefault("COLUMNS", "")));
    }

    private static OptionalInt columns(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** Buffered; nothing is seen before {@link #flush()}. Takes everything quietly once its reader is gone. */
    PrintWriter out() {
        return out;
    }

    OptionalInt columns() {
        return columns;
    }

    /** One line for a person, flushed. */
    void message(String text) {
        err.print("netreset: " + Printable.line(text) + "\n");
        err.flush();
    }

    /** Where an exception came from, for who asked. */
    void stackTrace(Throwable failure) {
        failure.printStackTrace(err);
        err.flush();
    }

    /** Shows what was written. */
    void flush() {
        out.flush();
    }

    /** Whether somebody still reads what is shown, as far as the last flush has told. */
    boolean isRead() {
        return pipe.isOpen();
    }

    /** Whether all was written, or nobody wanted it; says so if not. */
    boolean finish() {
        flush();
        String fault = pipe.fault();
        if (fault != null) {
            message("standard output can't be written: " + fault);
        }
        return fault == null;
    }
}
