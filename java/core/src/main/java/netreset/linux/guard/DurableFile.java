// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A small text that is on the disk, whole, before a write returns: as it was, or as it is now, and nothing between. */
final class DurableFile {
    private final Path path;

    DurableFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** What is in it; {@code null} if it isn't there. */
    @Nullable
    String read() throws IOException {
        try {
            return Files.readString(path, UTF_8);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    void write(String text) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
        syncFolder();
    }

    private void syncFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
