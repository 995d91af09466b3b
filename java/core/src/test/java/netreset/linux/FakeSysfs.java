// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import netreset.linux.abi.Errno;

/**
 * A tree of devices in a folder of its own, as /sys shows it, whose files do something when they are written to: what is
 * written through the seam, and nothing else, ever gets there.
 */
final class FakeSysfs {
    /** What was written: the path below the folder, {@code =}, the word. */
    final List<String> writes = new ArrayList<>();

    /** What files were opened through the seam, in order. */
    final List<String> opens = new ArrayList<>();

    /** Errnos that opening files that end so fails with. */
    final Map<String, Integer> openErrors = new HashMap<>();

    /** Errnos that the next writes to files that end so fail with. */
    final Map<String, Deque<Integer>> writeErrors = new HashMap<>();

    /** What writing a word to a file that ends so does; 0 or the errno. */
    final Map<String, ToIntFunction<String>> effects = new HashMap<>();

    int usbError;
    Runnable usbReset = () -> {};

    private Path root = Path.of("/nowhere");

    FakeSysfs() {}

    FakeSysfs(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    Path root() {
        return root;
    }

    void failWrites(String file, Integer... errnos) {
        writeErrors.put(file, new ArrayDeque<>(List.of(errnos)));
    }

    int open(String path) {
        opens.add(path);
        for (Map.Entry<String, Integer> error : openErrors.entrySet()) {
            if (path.endsWith(error.getKey())) {
                return error.getValue();
            }
        }
        return path.startsWith(root + "/") && Files.isRegularFile(Path.of(path)) ? 0 : Errno.ENOENT;
    }

    int write(String path, String word) {
        writes.add(path.substring(root.toString().length() + 1) + "=" + word);
        for (Map.Entry<String, Deque<Integer>> errors : writeErrors.entrySet()) {
            if (path.endsWith(errors.getKey()) && !errors.getValue().isEmpty()) {
                int error = errors.getValue().poll();
                if (error != 0) {
                    return error;
                }
            }
        }
        for (Map.Entry<String, ToIntFunction<String>> effect : effects.entrySet()) {
            if (path.endsWith(effect.getKey())) {
                return effect.getValue().applyAsInt(word);
            }
        }
        return 0;
    }

    int ioctl(String path, long request) {
        writes.add(path.substring(root.toString().length() + 1) + "=ioctl 0x" + Long.toHexString(request));
        if (usbError == 0) {
            usbReset.run();
        }
        return usbError;
    }

    // Making of the tree

    Path folder(String path) {
        try {
            return Files.createDirectories(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void file(String path, String content) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), content + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void link(String path, String to) {
        try {
            Path link = root.resolve(path);
            Files.createDirectories(link.getParent());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, link.getParent().relativize(root.resolve(to)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String path) {
        Path top = root.resolve(path);
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
