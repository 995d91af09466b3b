// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Fcntl;
import netreset.linux.abi.Sched;
import netreset.linux.netlink.KernelText;
import org.jspecify.annotations.Nullable;

/**
 * Opens sockets in a network namespace. A socket stays in the namespace it was made in, so nothing but the opening needs
 * to happen there. A namespace belongs to a thread: each opening takes a platform thread of its own, which dies
 * afterwards and is never lent to anyone else.
 */
final class NetworkNamespace {
    /** Where {@code ip netns add} puts its namespaces. */
    private static final String DIRECTORY = "/run/netns/";

    private static final int LONGEST_NAME = 255;

    private final Libc libc;
    private final @Nullable String name;

    /** @param name as {@code ip netns} has it; {@code null} for the namespace this process is in */
    NetworkNamespace(Libc libc, @Nullable String name) throws ResetException {
        this.libc = libc;
        this.name = name;
        if (name != null) {
            check(name);
        }
    }

    /** Empty for this process's own, else its name: for keys and messages. */
    String label() {
        return name == null ? "" : name;
    }

    /** Tells it from every other of this boot, whoever asks by whatever name: its inode on nsfs. */
    String key() {
        try {
            Path file = name == null ? Path.of("/proc/self/ns/net") : Path.of(DIRECTORY, name);
            return String.valueOf(Files.getAttribute(file, "unix:ino"));
        } catch (IOException | UnsupportedOperationException e) {
            return label();
        }
    }

    /**
     * Opens something in the namespace.
     *
     * @param opening something short that throws what {@link KernelWork#explained} knows
     * @throws ResetException if the namespace can't be entered, or the opening fails
     */
    <T> T open(Callable<T> opening) throws ResetException {
        if (name != null) {
            return KernelWork.run("netreset-netns-" + name, () -> {
                enter(name);
                return opening.call();
            });
        }
        try {
            return opening.call();
        } catch (Exception e) {
            throw KernelWork.explained(e);
        }
    }

    private void enter(String name) throws ResetException {
        byte[] path = KernelText.encode(DIRECTORY + name);
        ByteBuffer cPath = ByteBuffer.allocateDirect(path.length + 1).put(path);
        int fd = libc.open(cPath, Fcntl.O_RDONLY | Fcntl.O_CLOEXEC, 0);
        if (fd < 0) {
            throw refused(name, "open", -fd);
        }
        int result = libc.setns(fd, Sched.CLONE_NEWNET);
        libc.close(fd);
        if (result < 0) {
            throw refused(name, "setns", -result);
        }
    }

    private static ResetException refused(String name, String call, int errno) {
        String who = "the network namespace '" + Printable.brief(name) + "'";
        return switch (errno) {
            case Errno.ENOENT ->
                new ResetException(
                        Reason.NOT_FOUND, who + " isn't in " + DIRECTORY, SystemCallException.code(errno), null);
            case Errno.EPERM, Errno.EACCES ->
                new ResetException(
                        Reason.PERMISSION_DENIED,
                        who + " can't be entered without CAP_SYS_ADMIN",
                        SystemCallException.code(errno),
                        null);
            default -> new SystemCallException(call + " on " + DIRECTORY + Printable.brief(name), errno).explained();
        };
    }

    private static void check(String name) throws ResetException {
        boolean plain = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf(File.separatorChar) < 0
                && name.chars().noneMatch(Character::isISOControl);
        if (!plain) {
            throw new ResetException(
                    Reason.INVALID_REQUEST, "'" + Printable.brief(name) + "' is no name of a network namespace");
        }
    }
}
