// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Fcntl;
import netreset.linux.abi.Unistd;
import netreset.linux.netlink.KernelText;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel writes to its log from the opening on, by /dev/kmsg
 * (https://www.kernel.org/doc/Documentation/ABI/testing/dev-kmsg). Where kernel.dmesg_restrict is 1 that needs CAP_SYSLOG.
 */
final class KernelLog implements AutoCloseable {
    /** CONSOLE_EXT_LOG_MAX of kernel/printk/printk.c: no record is longer. */
    private static final int LONGEST = 8192;

    /** What is read at once, so that a kernel that writes without end doesn't keep us. */
    private static final int MOST = 10_000;

    private final Libc libc;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
    private int fd;
    private @Nullable String fault;
    private boolean lost;

    private KernelLog(Libc libc, int fd, @Nullable String fault) {
        this.libc = libc;
        this.fd = fd;
        this.fault = fault;
    }

    /** Opens it at its end. That it can't be read is kept in {@link #fault}. */
    static KernelLog open(Libc libc, Path file) {
        byte[] path = KernelText.encode(file.toString());
        ByteBuffer string = ByteBuffer.allocateDirect(path.length + 1).put(0, path);
        int fd = libc.open(string, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK | Fcntl.O_CLOEXEC, 0);
        if (fd < 0) {
            String needs = -fd == Errno.EPERM || -fd == Errno.EACCES ? ", which needs CAP_SYSLOG" : "";
            return new KernelLog(libc, -1, "open " + file + ": " + Errno.symbol(-fd) + needs);
        }
        long end = libc.lseek(fd, 0, Unistd.SEEK_END);
        if (end < 0) {
            libc.close(fd);
            return new KernelLog(libc, -1, "lseek " + file + ": " + Errno.symbol((int) -end));
        }
        return new KernelLog(libc, fd, null);
    }

    /** Why it can't be read; {@code null} if it can. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Whether the kernel wrote over some of it before it was read. */
    boolean isLost() {
        return lost;
    }

    /** What was written since it was read last, as far as somebody asks for it. */
    List<String> read(Predicate<String> wanted) {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < MOST && fd >= 0; i++) {
            long length = libc.read(fd, buffer, LONGEST);
            if (length > 0) {
                byte[] bytes = new byte[(int) length];
                buffer.get(0, bytes);
                String record = new String(bytes, StandardCharsets.UTF_8);
                if (wanted.test(record)) {
                    records.add(record);
                }
            } else if (length == -Errno.EPIPE) {
                lost = true;
            } else if (length != -Errno.EINTR && length != -Errno.EINVAL) {
                fault = length == -Errno.EAGAIN || length == 0 ? fault : "read: " + Errno.symbol((int) -length);
                return records;
            }
        }
        return records;
    }

    @Override
    public void close() {
        if (fd >= 0) {
            libc.close(fd);
            fd = -1;
        }
    }
}
