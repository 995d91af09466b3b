// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Fcntl;
import netreset.linux.netlink.KernelText;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's device tree. Reads by java.nio; writes by the seam, because only C says with which errno a write failed,
 * and by that it is known what may have happened. A path is made of names that were checked, and leads where the kernel's
 * own links do: into the tree of devices, or nowhere.
 */
public final class Sysfs {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");

    private final Path root;
    private final Libc libc;

    /** @param root where it is mounted: {@code /sys}, unless for a test */
    public Sysfs(Path root, Libc libc) {
        this.root = root;
        this.libc = libc;
    }

    /** The device of this name on a bus; empty if there is none, or no device can be called so. */
    public Optional<BusDevice> device(@Nullable String bus, @Nullable String name) {
        if (bus == null
                || name == null
                || !NAME.matcher(bus).matches()
                || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return real(bus(bus).resolve("devices").resolve(name))
                .filter(path -> path.startsWith(devices()) && isCalled(path, name))
                .map(path -> new BusDevice(path, bus, name));
    }

    /** Where a bus has its drivers and devices. */
    Path bus(String bus) {
        return root.resolve("bus").resolve(bus);
    }

    private Path devices() {
        return real(root.resolve("devices")).orElse(root);
    }

    private static boolean isCalled(Path path, String name) {
        Path last = path.getFileName();
        return last != null && last.toString().equals(name);
    }

    /** Where a path leads; empty if nowhere. */
    static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The last part of where a link in a folder points; {@code null} if there is no such link. */
    static @Nullable String linkName(Path folder, String link) {
        return real(folder.resolve(link))
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse(null);
    }

    /** The first line of a file; {@code null} if it can't be read. */
    static @Nullable String read(Path folder, String file) {
        try (Stream<String> lines = Files.lines(folder.resolve(file), StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    /** The names in a folder, in order; none if it isn't there. */
    static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(Path::getFileName).map(String::valueOf).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Whether there is such a file, and no link that leads elsewhere. */
    static boolean has(Path folder, String file) {
        return Files.exists(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(folder.resolve(file));
    }

    /**
     * Writes a word to a file that is there, by open, one write, and close. Blocks for as long as the kernel takes.
     *
     * @return what came of it, and of which call
     */
    Written write(Path folder, String file, String word) {
        Path path = folder.resolve(file);
        int fd = libc.open(cString(path.toString()), Fcntl.O_WRONLY | Fcntl.O_CLOEXEC, 0);
        if (fd < 0) {
            return new Written(path, word, true, -fd);
        }
        ByteBuffer bytes = cString(word);
        long result = libc.write(fd, bytes, bytes.capacity() - 1L);
        libc.close(fd);
        return new Written(path, word, false, (int) (result < 0 ? -result : 0));
    }

    private static ByteBuffer cString(String text) {
        byte[] bytes = KernelText.encode(text);
        return ByteBuffer.allocateDirect(bytes.length + 1).put(0, bytes);
    }

    /**
     * What came of a write.
     *
     * @param opening whether the file couldn't even be opened, so that nothing can have happened
     * @param errno why it failed; 0 if it didn't
     */
    record Written(Path path, String word, boolean opening, int errno) {
        boolean isDone() {
            return errno == 0;
        }

        boolean isAbsent() {
            return opening && errno == Errno.ENOENT;
        }

        /** For a person: what failed, and how. */
        String fault() {
            return command(path, word) + ": " + Errno.symbol(errno);
        }
    }

    /** What a person types to write a word to a file. */
    static String command(Path path, String word) {
        return "echo " + (word.indexOf(' ') < 0 && !word.isEmpty() ? word : "'" + word + "'") + " > " + path;
    }
}
