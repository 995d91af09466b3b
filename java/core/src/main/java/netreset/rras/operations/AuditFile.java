// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.io.IOException;
import java.nio.ByteBuffer;
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
    private final FileChannel channel;
    private final AuditLines lines = new AuditLines();

    private AuditFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens to append, and makes the file if there is none.
     *
     * @throws IOException if it can't be opened
     */
    public static AuditFile open(Path file) throws IOException {
        return new AuditFile(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
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
        ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
