// SPDX-License-Identifier: Apache-2.0
package netreset.audit;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of lines that is only ever added to, by several processes if need be. Each line is on the disk before a write returns. */
public final class AppendedFile implements AutoCloseable {
    /** Not a channel: an interrupt closes that, and what was called last would be in no file. */
    private final FileOutputStream file;

    private AppendedFile(FileOutputStream file) {
        this.file = file;
    }

    /**
     * Opens to append, and makes the file if there is none.
     *
     * @throws IOException if it can't be opened
     */
    public static AppendedFile open(Path file) throws IOException {
        try {
            return new AppendedFile(new FileOutputStream(file.toFile(), true));
        } catch (FileNotFoundException e) {
            // A channel says better why it can't.
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            throw e;
        }
    }

    /**
     * Adds a line, by one write.
     *
     * @throws IOException if it can't be written, or not be brought to the disk
     */
    public synchronized void append(String line) throws IOException {
        file.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
