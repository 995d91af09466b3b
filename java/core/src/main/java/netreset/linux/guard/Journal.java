// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one device: there while an operation is at it, and afterwards only if that died, or couldn't put back what
 * it took away. Whoever holds the device's {@link DeviceLock} and finds one has found what a dead process left.
 */
public final class Journal {
    /** The code of the refusal while there is one that nobody has taken up. */
    public static final String INTERRUPTED = "interrupted";

    private static final String FOLDER = "journal";
    private static final String SUFFIX = ".journal";

    private final StateFolder folder;
    private final String device;

    /** That of a device, as {@code pci/0000:03:00.0}. */
    public Journal(StateFolder folder, String device) {
        this.folder = folder;
        this.device = device;
    }

    /**
     * A journal that was found.
     *
     * @param device the device, as {@code pci/0000:03:00.0}
     * @param file where
     * @param entry what is in it; {@code null} if that can't be read
     * @param problem why it can't be; {@code null} if it can
     */
    public record Found(
            String device,
            Path file,
            @Nullable JournalEntry entry,
            @Nullable String problem) {}

    /** What is in it; {@code null} if there is none. */
    public @Nullable Found found() {
        return read(file());
    }

    /**
     * All there are, of whatever device. What can't be read is among them, and stays where it is.
     *
     * @throws ResetException if the folder can't be read
     */
    public static List<Found> all(StateFolder folder) throws ResetException {
        List<Found> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.sub(FOLDER), "*" + SUFFIX)) {
            for (Path file : files) {
                Found found = read(file);
                if (found != null) {
                    all.add(found);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | DirectoryIteratorException e) {
            throw new ResetException(
                    Reason.SYSTEM_CALL_FAILED,
                    Printable.line("what was interrupted can't be looked for in " + folder.sub(FOLDER) + ": " + e),
                    null,
                    e);
        }
        all.sort(Comparator.comparing(Found::file));
        return all;
    }

    /** Returns {@code null} if it has gone meanwhile. */
    private static @Nullable Found read(Path file) {
        String device = device(file);
        try {
            String text = new DurableFile(file).read();
            return text == null ? null : new Found(device, file, JournalEntry.parse(text), null);
        } catch (IOException | IllegalArgumentException e) {
            return new Found(device, file, null, Printable.line(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Writes it; it is on the disk when this returns.
     *
     * @throws ResetException if it can't be written: then nothing may be done to the device
     */
    public void write(JournalEntry entry) throws ResetException {
        try {
            folder.make(FOLDER);
            new DurableFile(file()).write(entry.text());
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    /**
     * Everything is as it was, or known to its user.
     *
     * @throws ResetException if it can't be removed
     */
    public void delete() throws ResetException {
        try {
            if (Files.exists(file())) {
                new DurableFile(file()).delete();
            }
        } catch (IOException e) {
            throw failed("removed", e);
        }
    }

    private static String device(Path file) {
        String name = String.valueOf(file.getFileName());
        String encoded = name.substring(0, name.length() - SUFFIX.length());
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded; // nobody of ours called it so
        }
    }

    /**
     * Puts it out of the way for an operation of somebody who insists; what is in it stays on the disk.
     *
     * @throws ResetException if it can't be renamed
     */
    public void setAside() throws ResetException {
        Path file = file();
        try {
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".aside-" + System.currentTimeMillis()));
            }
        } catch (IOException e) {
            throw failed("set aside", e);
        }
    }

    private Path file() {
        return folder.sub(FOLDER).resolve(StateFolder.fileName(device) + SUFFIX);
    }

    private ResetException failed(String what, IOException e) {
        return new ResetException(
                Reason.SYSTEM_CALL_FAILED,
                Printable.line("the journal " + file() + " can't be " + what + ": " + e),
                null,
                e);
    }
}
