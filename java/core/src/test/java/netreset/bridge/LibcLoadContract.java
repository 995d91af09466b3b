// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static netreset.bridge.Linux.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** What must hold for many calls: errno stays with its thread, nothing leaks, nothing is allocated. */
public abstract class LibcLoadContract {
    private static final int CALLS = 10_000;

    private final Bridge bridge;
    private final Libc libc;

    protected LibcLoadContract(Bridge bridge) {
        this.bridge = bridge;
        this.libc = bridge.libc();
    }

    @Test
    @Rule("L9")
    void noOtherThreadsFailureChangesErrno() throws Exception {
        ByteBuffer missing = string("/netreset/none");
        int file = libc.open(string("/dev/null"), O_RDONLY, 0);
        CountDownLatch start = new CountDownLatch(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> wrong = threads.invokeAll(List.of(
                    unexpected(start, -EBADF, () -> libc.close(-1)),
                    unexpected(start, -ENOENT, () -> libc.open(missing, O_RDONLY, 0)),
                    unexpected(start, -EINVAL, () -> libc.munmap(1, 1)),
                    unexpected(start, -ENOTTY, () -> libc.ioctl(file, SIOCETHTOOL, null))));
            for (Future<Integer> results : wrong) {
                assertThat(results.get()).as("wrong results").isZero();
            }
        } finally {
            threads.shutdown();
            assertThat(libc.close(file)).isZero();
        }
    }

    /** How many of ten times as many calls don't return what they should. */
    private static Callable<Integer> unexpected(CountDownLatch start, int expected, IntSupplier call) {
        return () -> {
            start.countDown();
            start.await();
            int wrong = 0;
            for (int i = 0; i < 10 * CALLS; i++) {
                wrong += call.getAsInt() == expected ? 0 : 1;
            }
            return wrong;
        };
    }

    @Test
    void socketsDontLeak() throws IOException {
        long before = openSockets();
        for (int i = 0; i < CALLS; i++) {
            int socket = libc.socket(AF_INET, SOCK_DGRAM, 0);
            int netlink = libc.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
            assertThat(libc.bind(netlink, sockaddrNetlink(), 1)).isEqualTo(-EINVAL);
            assertThat(libc.close(netlink) + libc.close(socket)).isZero();
        }
        assertThat(openSockets()).isEqualTo(before);
    }

    /** Sockets only: the JVM opens and closes files on its own. */
    private static long openSockets() throws IOException {
        try (Stream<Path> fds = Files.list(Path.of("/proc/self/fd"))) {
            return fds.filter(LibcLoadContract::isSocket).count();
        }
    }

    private static boolean isSocket(Path fd) {
        try {
            return Files.readSymbolicLink(fd).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // the descriptor by which the folder itself was read
        }
    }

    @Test
    void anIoctlAllocatesNothing() {
        int socket = libc.socket(AF_INET, SOCK_DGRAM, 0);
        ByteBuffer value = ethtoolValue(ETHTOOL_GLINK);
        ByteBuffer ifreq = ifreq("lo", bridge.address(value));
        long least = Allocation.least(CALLS, () -> allocatedByIoctls(socket, ifreq));
        System.out.println(bridge.name() + ": " + least + " bytes allocated by " + CALLS + " ioctl calls");
        assertThat(libc.close(socket)).isZero();
        assertThat(value.getInt(4)).isEqualTo(1);
        assertThat(least).as("bytes, by " + CALLS + " calls").isLessThan(CALLS);
    }

    private long allocatedByIoctls(int socket, ByteBuffer ifreq) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        int sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += libc.ioctl(socket, SIOCETHTOOL, ifreq);
        }
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThat(sum).isZero();
        return after - before;
    }
}
