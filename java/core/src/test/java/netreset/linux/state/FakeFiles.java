// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that stand for /sys and /proc, to be furnished; process 100 is netreset, and its parent is 1. */
public final class FakeFiles {
    private final Path root;

    public FakeFiles(Path root) {
        this.root = root;
        link("proc/self", "100");
        file("proc/100/stat", "100 (java) (x) S 1 100 100 0");
        file("proc/1/stat", "1 (init) S 0 1 1 0");
        file("proc/sys/kernel/random/boot_id", "this-boot");
        file("proc/uptime", "1000.50 9.9");
    }

    public KernelFiles kernelFiles() {
        return new KernelFiles(root.resolve("sys"), root.resolve("proc"));
    }

    public FakeFiles file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FakeFiles folder(String path) {
        try {
            Files.createDirectories(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FakeFiles link(String path, String target) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
