// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.audit.AppendedFile;
import netreset.audit.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which NIC, and what came of it: one JSON object a line, kind {@code intent} on the disk before the first
 * act, kind {@code attempt} after the last or instead of any. Only ever added to, by every process of the machine.
 */
public final class AuditLog {
    private static final String FILE = "audit.ndjson";

    private final StateFolder folder;
    private final @Nullable Path file;

    /**
     * In a file, or the one of the folder.
     *
     * @param file {@code null} for the folder's own
     */
    public AuditLog(StateFolder folder, @Nullable Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** The beginning of a line, to be completed: who and when. */
    public static JsonObject begin(String kind, String target) {
        return begin(kind, target, System.getenv());
    }

    /** What sudo(8) says of its caller is a claim: whoever isn't root may set these. */
    static JsonObject begin(String kind, String target, Map<String, String> environment) {
        return new JsonObject()
                .put("schema", "netreset-audit/1")
                .put("kind", kind)
                .put("at", Instant.now().toString())
                .put("pid", ProcessHandle.current().pid())
                .put("operator", System.getProperty("user.name"))
                .put("uid", uid())
                .put("sudoUser", environment.get("SUDO_USER"))
                .put("sudoUid", number(environment.get("SUDO_UID")))
                .put("target", target);
    }

    private static @Nullable Long uid() {
        OptionalInt id = EffectiveUser.id();
        return id.isPresent() ? Integer.toUnsignedLong(id.getAsInt()) : null;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,10}") ? Long.valueOf(text) : null;
    }

    /**
     * Adds a line.
     *
     * @throws ResetException if it can't be written: then nothing may be done
     */
    public void append(JsonObject line) throws ResetException {
        Path path = file == null ? folder.make("audit").resolve(FILE) : file;
        try (AppendedFile log = AppendedFile.open(path)) {
            log.append(line.end());
        } catch (IOException e) {
            throw new ResetException(
                    Reason.SYSTEM_CALL_FAILED,
                    Printable.line("the audit file " + path + " can't be written: " + e),
                    null,
                    e);
        }
    }
}
