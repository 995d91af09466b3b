// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An audit trail in a file, one JSON object a line: kind {@code intent} before a call, kind {@code attempt} after it, told
 * apart from those of other processes by {@code pid} and {@code startedAt}. Each line is on the disk before the method
 * returns. An intent without an attempt is a call whose outcome nobody lived to see. Holds names of users.
 */
public final class AuditFile implements AuditTrail, AutoCloseable {
    /** Not a channel: an interrupt closes that, and what was called last would be in no file. */
    private final FileOutputStream file;

    private final AuditLines lines = new AuditLines();

    private AuditFile(FileOutputStream file) {
        this.file = file;
    }

    /**
     * Opens to append, and makes the file if there is none.
     *
     * @throws IOException if it can't be opened
     */
    public static AuditFile open(Path file) throws IOException {
        // Says better than a stream why it can't.
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                .close();
        return new AuditFile(new FileOutputStream(file.toFile(), true));
    }

    @Override
    public void intend(AuditIntent intent) throws IOException {
        append(lines.of(intent));
    }

    @Override
    public void record(AuditIntent intent, PortAttempt attempt) throws IOException {
        append(lines.of(intent, attempt));
    }

    private synchronized void append(String line) throws IOException {
        file.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
