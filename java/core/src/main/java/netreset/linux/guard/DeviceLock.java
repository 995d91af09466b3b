// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;

/**
 * Devices that one operation of the machine is at. The kernel lets go of them when the process ends, however it does; so a
 * device whose lock can be taken has nobody at it.
 */
public final class DeviceLock implements AutoCloseable {
    private static final String FOLDER = "lock";
    private static final int HOLDER_BYTES = 200;
    private static final int TRIES = 10;
    private static final int TRY_MILLIS = 20;

    /** Of this process. POSIX lets go of a process's lock on a file when it closes any descriptor of it: none is opened twice. */
    private static final Set<Path> HELD = new HashSet<>();

    private final Map<Path, FileChannel> channels = new LinkedHashMap<>();

    private DeviceLock() {}

    /**
     * Takes all of them, or none.
     *
     * @param devices as {@code pci/0000:03:00.0}
     * @throws ResetException BUSY if another operation is at one of them, saying whose; or if the folder can't be used
     */
    public static DeviceLock take(StateFolder folder, Collection<String> devices) throws ResetException {
        Path files = folder.make(FOLDER);
        DeviceLock lock = new DeviceLock();
        try {
            for (String device : new TreeSet<>(devices)) {
                lock.take(files.resolve(StateFolder.fileName(device)), device);
            }
            return lock;
        } catch (IOException e) {
            lock.close();
            throw new ResetException(
                    Reason.SYSTEM_CALL_FAILED, Printable.line("a lock in " + files + " can't be taken: " + e), null, e);
        } catch (ResetException e) {
            lock.close();
            throw e;
        }
    }

    private void take(Path file, String device) throws IOException, ResetException {
        synchronized (HELD) {
            if (HELD.contains(file)) {
                throw busy(device, ": this process");
            }
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                String holder = holder(channel);
                channel.close();
                throw busy(device, holder);
            }
            HELD.add(file);
            channels.put(file, channel);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            String holder = "process " + ProcessHandle.current().pid() + ", since " + now + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(UTF_8)), 0);
        }
    }

    private static ResetException busy(String device, String holder) {
        return new ResetException(
                Reason.BUSY, "another operation is at " + Printable.brief(device) + Printable.line(holder));
    }

    /** Tries for a moment: who only looks whether somebody is there holds it that long. */
    private static boolean isTaken(FileChannel channel) throws IOException {
        for (int tries = 1; tries <= TRIES; tries++) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TRY_MILLIS));
        }
        return false;
    }

    /** Whether an operation is at a device now. */
    public static boolean isHeld(StateFolder folder, String device) {
        Path file = folder.sub(FOLDER).resolve(StateFolder.fileName(device));
        synchronized (HELD) {
            if (HELD.contains(file)) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                return lock == null;
            } catch (IOException e) {
                return false; // nobody has ever been at it, or who looks mayn't know
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HOLDER_BYTES);
        channel.read(bytes, 0);
        String holder = new String(bytes.array(), 0, bytes.position(), UTF_8).strip();
        return holder.isEmpty() ? "" : ": " + holder;
    }

    /** Lets go. */
    @Override
    public void close() {
        synchronized (HELD) {
            channels.forEach((file, channel) -> {
                try {
                    channel.close();
                } catch (IOException e) {
                    // It is let go of at the latest when the process ends.
                }
                HELD.remove(file);
            });
            channels.clear();
        }
    }
}
