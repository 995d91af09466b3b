// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.io.IOException;
import java.nio.file.Path;
import netreset.audit.AppendedFile;
import org.jspecify.annotations.Nullable;

/**
 * An audit trail in a file, one JSON object a line: kind {@code intent} before a call, kind {@code attempt} after it, told
 * apart from those of other processes by {@code pid} and {@code startedAt}. Each line is on the disk before the method
 * returns. An intent without an attempt is a call whose outcome nobody lived to see. Holds names of users.
 */
public final class AuditFile implements AuditTrail, AutoCloseable {
    private final AppendedFile file;

    private final AuditLines lines;

    private AuditFile(AppendedFile file, AuditLines lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Opens to append, and makes the file if there is none.
     *
     * @throws IOException if it can't be opened
     */
    public static AuditFile open(Path file) throws IOException {
        return open(file, null);
    }

    /**
     * Likewise, with a reason in each line.
     *
     * @param reason why all of it is done, in the caller's words; {@code null} if he doesn't say
     * @throws IOException if it can't be opened
     */
    public static AuditFile open(Path file, @Nullable String reason) throws IOException {
        return new AuditFile(AppendedFile.open(file), new AuditLines(reason));
    }

    @Override
    public void intend(AuditIntent intent) throws IOException {
        file.append(lines.of(intent));
    }

    @Override
    public void record(AuditIntent intent, PortAttempt attempt) throws IOException {
        file.append(lines.of(intent, attempt));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
