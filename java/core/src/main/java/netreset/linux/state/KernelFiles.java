// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

    /** A file's text without white space at its ends; {@code null} if it can't be read. */
    public @Nullable String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8).strip();
        } catch (IOException e) {
            return null;
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
            return path.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }

    /** What is in a folder, sorted; nothing if it can't be read. */
    public List<Path> children(Path folder) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        Collections.sort(children);
        return children;
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
