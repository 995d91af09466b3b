// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's files below /sys and /proc. What can't be read is taken as not there.
 *
 * @param sys where sysfs is
 * @param proc where procfs is
 */
public record KernelFiles(Path sys, Path proc) {
    /** Where they are on every machine. */
    public static final KernelFiles REAL = new KernelFiles(Path.of("/sys"), Path.of("/proc"));

    private static final int FIRST_READ = 8192;

    /** A file's text without white space at its ends; {@code null} if it can't be read. */
    public @Nullable String text(Path file) {
        try {
            return new String(bytes(file), UTF_8).strip();
        } catch (IOException e) {
            return null;
        }
    }

    /** They say that they are empty, so nothing is gained by asking; a stream's reading isn't ended by an interrupt. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[FIRST_READ];
            int length = 0;
            for (int read = 0; read >= 0; read = in.read(bytes, length, bytes.length - length)) {
                length += read;
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * length);
                }
            }
            return Arrays.copyOf(bytes, length);
        }
    }

    /** The last part of the path a symbolic link leads to; {@code null} if it is none, or can't be read. */
    public @Nullable String target(Path link) {
        try {
            Path name = Files.readSymbolicLink(link).getFileName();
            return name == null ? null : name.toString();
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    /** Where a path leads to without symbolic links; {@code null} if it leads nowhere. */
    public @Nullable Path real(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : null; // which asks of every folder above it
        } catch (IOException e) {
            return null;
        }
    }

    /** What is in a folder, sorted; nothing if it can't be read. */
    public List<Path> children(Path folder) {
        String[] names = folder.toFile().list(); // half the calls of a DirectoryStream
        return names == null
                ? List.of()
                : Arrays.stream(names).sorted().map(folder::resolve).toList();
    }

    /** A device's folder; {@code null} if bus or name are none of a folder's. */
    public @Nullable Path device(@Nullable String bus, @Nullable String name) {
        if (bus == null || name == null || !isPlain(bus) || !isPlain(name)) {
            return null;
        }
        try {
            return sys.resolve("bus").resolve(bus).resolve("devices").resolve(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0;
    }

    /** Which boot of the machine this is; empty if the kernel doesn't tell. */
    public String bootId() {
        String id = text(proc.resolve("sys/kernel/random/boot_id"));
        return id == null ? "" : id;
    }

    /** Seconds since the boot, sleep included, which no change of the clock moves; 0 if the kernel doesn't tell. */
    public double uptimeSeconds() {
        String uptime = text(proc.resolve("uptime"));
        try {
            return uptime == null ? 0 : Double.parseDouble(uptime.split(" ", 2)[0]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
