// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;

/**
 * Where netreset keeps what has to outlive a process, but not the boot: {@code NETRESET_STATE_DIR} if that is set; for root
 * {@code /run/netreset}; for others {@code netreset} in {@code XDG_RUNTIME_DIR}, or a folder of theirs in {@code /tmp}. Only
 * its owner may look into it.
 */
public final class StateFolder {
    /** The environment variable that names another folder. */
    public static final String VARIABLE = "NETRESET_STATE_DIR";

    private static final int ROOT = 0;
    private static final int NOBODY = -1;

    private final Path path;

    private StateFolder(Path path) {
        this.path = path;
    }

    /** This one; it needn't be there yet. */
    public static StateFolder at(Path path) {
        return new StateFolder(path);
    }

    /** The one of this process. */
    public static StateFolder here() {
        return of(System.getenv(), EffectiveUser.id().orElse(NOBODY));
    }

    static StateFolder of(Map<String, String> environment, int uid) {
        String named = environment.get(VARIABLE);
        String runtime = environment.get("XDG_RUNTIME_DIR");
        if (named != null && !named.isEmpty()) {
            return new StateFolder(Path.of(named).toAbsolutePath());
        } else if (uid == ROOT) {
            return new StateFolder(Path.of("/run/netreset"));
        } else if (runtime != null && runtime.startsWith("/")) {
            return new StateFolder(Path.of(runtime, "netreset"));
        }
        return new StateFolder(Path.of("/tmp", "netreset-" + uid));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The folder in it, which needn't be there. */
    Path sub(String name) {
        return path.resolve(name);
    }

    /**
     * The folder in it, which is made if it isn't there.
     *
     * @throws ResetException if it can't be, or belongs to somebody else
     */
    Path make(String name) throws ResetException {
        try {
            create(path);
            Path sub = path.resolve(name);
            create(sub);
            return sub;
        } catch (IOException | UncheckedIOException e) {
            throw unusable(String.valueOf(e), e);
        }
    }

    /** In /tmp somebody else may have been first: what is in a folder of theirs is theirs. */
    private void create(Path folder) throws IOException, ResetException {
        Map<String, Object> found = attributes(folder);
        if (!Boolean.TRUE.equals(found.get("isDirectory"))) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            found = attributes(folder);
        }
        Object owner = found.get("uid");
        if (!Integer.valueOf(ROOT).equals(owner)
                && !Integer.valueOf(EffectiveUser.id().orElse(NOBODY)).equals(owner)) {
            throw unusable(folder + " belongs to user " + owner, null);
        }
    }

    /** Its own, not those of what it may be a link to; empty if it isn't there. */
    private static Map<String, Object> attributes(Path folder) throws IOException {
        try {
            return Files.readAttributes(folder, "unix:isDirectory,uid", LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return Map.of();
        }
    }

    private ResetException unusable(String why, @Nullable Exception cause) {
        return new ResetException(
                Reason.SYSTEM_CALL_FAILED,
                Printable.line("nothing is reset without locks and a journal, and their folder " + path
                        + " can't be used (" + VARIABLE + " names another): " + why),
                null,
                cause);
    }

    /** A file name for a device. */
    static String fileName(String device) {
        return URLEncoder.encode(device, StandardCharsets.UTF_8);
    }
}
