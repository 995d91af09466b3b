// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static netreset.bridge.Linux.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import netreset.rules.Rule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each C function returns through a bridge, by the real kernel. Subclassed once per bridge. */
public abstract class LibcContract {
    /** Below the mappings the kernel places by itself, so that nobody else takes the hole after munmap. */
    private static final long FREE_ADDRESS = 0x30_0000_0000L;

    private final Bridge bridge;
    private final Libc libc;

    protected LibcContract(Bridge bridge) {
        this.bridge = bridge;
        this.libc = bridge.libc();
    }

    @Test
    void opensAndCloses(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new");
        int fd = libc.open(string(file.toString()), O_WRONLY | O_CREAT | O_EXCL, 0600);
        assertThat(fd).isPositive();
        assertThat(Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd))).isEqualTo(file.toRealPath());
        assertThat(Files.getPosixFilePermissions(file)).as("the variadic mode").hasSize(2);
        assertThat(libc.close(fd)).isZero();
    }

    @Test
    void writesWhatIsInTheBuffer(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new");
        int fd = libc.open(string(file.toString()), O_WRONLY | O_CREAT | O_EXCL, 0600);
        assertThat(libc.write(fd, string("one and more").position(5), 3)).isEqualTo(3);
        assertThat(libc.close(fd)).isZero();
        assertThat(file).hasContent("one");
    }

    @Test
    void readsFromWhereItSought(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("old"), "one and more");
        int fd = libc.open(string(file.toString()), O_RDONLY, 0);
        ByteBuffer buffer = memory(16);
        assertThat(libc.lseek(fd, -4, SEEK_END)).isEqualTo(8);
        assertThat(libc.read(fd, buffer, 16)).isEqualTo(4);
        assertThat(buffer.get(0)).isEqualTo((byte) 'm');
        assertThat(libc.read(fd, buffer, 16)).isZero();
        assertThat(libc.close(fd)).isZero();
    }

    @Test
    void failsWithTheErrnoOfTheKernel(@TempDir Path folder) {
        assertThat(libc.open(string(folder + "/none"), O_RDONLY, 0)).isEqualTo(-ENOENT);
        assertThat(libc.close(-1)).isEqualTo(-EBADF);
        assertThat(libc.write(-1, memory(1), 1)).isEqualTo(-EBADF);
        assertThat(libc.socket(AF_INET, SOCK_DGRAM, 255)).isEqualTo(-EPROTONOSUPPORT);
        assertThat(libc.bind(-1, sockaddrNetlink(), SOCKADDR_NL_SIZE)).isEqualTo(-EBADF);
        assertThat(libc.read(-1, memory(1), 1)).isEqualTo(-EBADF);
        assertThat(libc.lseek(-1, 0, SEEK_END)).isEqualTo(-EBADF);
        assertThat(libc.connect(-1, sockaddrNetlink(), SOCKADDR_NL_SIZE)).isEqualTo(-EBADF);
        assertThat(libc.setsockopt(-1, SOL_SOCKET, SO_RCVTIMEO, memory(16), 16)).isEqualTo(-EBADF);
        assertThat(libc.sendto(-1, memory(1), 1, 0, null, 0)).isEqualTo(-EBADF);
        assertThat(libc.recvfrom(-1, memory(1), 1, 0, null, null)).isEqualTo(-EBADF);
        assertThat(libc.ioctl(-1, SIOCETHTOOL, null)).isEqualTo(-EBADF);
        assertThat(libc.poll(memory(8), Integer.MAX_VALUE, 0)).isEqualTo(-EINVAL);
        assertThat(libc.mmap(0, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
                .isEqualTo(-EINVAL);
        assertThat(libc.mprotect(1, 1, PROT_NONE)).isEqualTo(-EINVAL);
        assertThat(libc.munmap(1, 1)).isEqualTo(-EINVAL);
        assertThat(libc.setns(-1, CLONE_NEWNET)).isEqualTo(-EBADF);
    }

    @Test
    void mapsProtectsAndUnmaps() throws IOException {
        int page = libc.getpagesize();
        assertThat(Integer.bitCount(page)).isEqualTo(1);
        assertThat(page).isGreaterThanOrEqualTo(4096);

        long address = map(2L * page);
        assertThat(permissions(address)).isEqualTo("rw-p");
        assertThat(libc.mprotect(address + page, page, PROT_NONE)).isZero();
        assertThat(permissions(address)).isEqualTo("rw-p");
        assertThat(permissions(address + page)).isEqualTo("---p");
        assertThat(libc.open(bridge.view(address, page), O_RDONLY, 0))
                .as("\"\"")
                .isEqualTo(-ENOENT);
        assertThat(libc.open(bridge.view(address + page, page), O_RDONLY, 0)).isEqualTo(-EFAULT);
        assertThat(libc.munmap(address, 2L * page)).isZero();
        assertThat(permissions(address)).isEmpty();
    }

    @Test
    void mapsAFileFromAnOffset(@TempDir Path folder) throws IOException {
        int page = libc.getpagesize();
        byte[] content = new byte[page + 1];
        content[page] = 42;
        Path file = Files.write(folder.resolve("file"), content);
        int fd = libc.open(string(file.toString()), O_RDONLY, 0);
        long address = libc.mmap(0, page, PROT_READ, MAP_PRIVATE, fd, page);
        assertThat(libc.close(fd)).isZero();
        assertThat(address).isPositive();
        assertThat(bridge.view(address, 1).get(0)).isEqualTo((byte) 42);
        assertThat(libc.munmap(address, page)).isZero();
    }

    @Test
    void viewIsTheMemoryAtAnAddress() {
        ByteBuffer buffer = memory(16).putLong(8, 42);
        ByteBuffer view = bridge.view(bridge.address(buffer), 16);
        assertThat(view.order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(view.capacity()).isEqualTo(16);
        assertThat(view.getLong(8)).isEqualTo(42);
        view.putLong(0, 43);
        assertThat(buffer.getLong(0)).isEqualTo(43);
        assertThat(bridge.address(view)).isEqualTo(bridge.address(buffer));
        assertThat(bridge.address(buffer.position(3).limit(5))).isEqualTo(bridge.address(view));
        assertThatIllegalArgumentException().isThrownBy(() -> bridge.view(bridge.address(buffer), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> bridge.view(bridge.address(buffer), 1L << 31));
    }

    @Test
    void ioctlReadsAndWritesTheStruct() {
        ByteBuffer value = ethtoolValue(ETHTOOL_GLINK);
        assertThat(ethtool("lo", bridge.address(value))).isZero();
        assertThat(value.getInt(4)).as("lo always has a link").isEqualTo(1);
        assertThat(ethtool("netreset-none", bridge.address(value))).isEqualTo(-ENODEV);
    }

    @Test
    void ioctlFailsAsTheKernelDoes() {
        int fd = libc.open(string("/dev/null"), O_RDONLY, 0);
        assertThat(libc.ioctl(fd, SIOCETHTOOL, memory(40))).isEqualTo(-ENOTTY);
        assertThat(libc.close(fd)).isZero();
        int socket = libc.socket(AF_INET, SOCK_DGRAM, 0);
        assertThat(libc.ioctl(socket, SIOCETHTOOL, null)).as("NULL").isEqualTo(-EFAULT);
        assertThat(libc.close(socket)).isZero();
    }

    /** A driver that implements reset gives EFAULT here, before it is called: net/ethtool/ioctl.c reads data only then. */
    @Test
    void aGuardPageAsksWhetherResetIsImplementedWithoutResetting() {
        int page = libc.getpagesize();
        long address = map(2L * page);
        assertThat(libc.mprotect(address + page, page, PROT_NONE)).isZero();
        bridge.view(address, page).putInt(page - 4, ETHTOOL_RESET);
        assertThat(ethtool("lo", address + page - 4)).isEqualTo(-EOPNOTSUPP);
        assertThat(ethtool("lo", address + page)).isEqualTo(-EFAULT);
        assertThat(libc.munmap(address, 2L * page)).isZero();
    }

    @Test
    void netlinkRoundTrip() throws IOException {
        netlinkRoundTrip(0);
    }

    @Test
    void buffersAreUsedFromIndex0WhateverTheirPosition() throws IOException {
        netlinkRoundTrip(4);
        ByteBuffer path = string("/dev/null");
        int fd = libc.open(path.position(path.limit()), O_RDONLY, 0);
        assertThat(fd).isPositive();
        assertThat(libc.close(fd)).isZero();
        ByteBuffer value = ethtoolValue(ETHTOOL_GLINK).position(8);
        assertThat(ethtool("lo", bridge.address(value))).isZero();
        assertThat(value.getInt(4)).isEqualTo(1);
    }

    private void netlinkRoundTrip(int position) throws IOException {
        int socket = libc.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
        ByteBuffer kernel = sockaddrNetlink().position(position);
        assertThat(libc.bind(socket, kernel, 1)).isEqualTo(-EINVAL);
        assertThat(libc.bind(socket, kernel, SOCKADDR_NL_SIZE)).isZero();

        ByteBuffer request = getLink(7, loIndex()).position(position);
        assertThat(libc.sendto(socket, request, GETLINK_SIZE, 0, kernel, SOCKADDR_NL_SIZE))
                .isEqualTo(GETLINK_SIZE);

        ByteBuffer start = memory(32).position(position);
        long whole = libc.recvfrom(socket, start, 16, MSG_PEEK | MSG_TRUNC, null, null);
        assertThat(whole).isGreaterThan(32).isEqualTo(start.getInt(0));
        assertThat(start.getLong(16)).as("beyond the length").isZero();

        ByteBuffer reply = memory(32768).position(position);
        ByteBuffer sender = memory(16).putLong(0, -1).putLong(8, -1).position(position);
        ByteBuffer senderLength = memory(4).putInt(0, 16).position(position / 2);
        assertThat(libc.recvfrom(socket, reply, 32768, 0, sender, senderLength)).isEqualTo(whole);
        assertThat(senderLength.getInt(0)).isEqualTo(SOCKADDR_NL_SIZE);
        assertThat(sender.getShort(0)).isEqualTo((short) AF_NETLINK);
        assertThat(sender.getInt(4)).as("port 0, the kernel").isZero();
        assertThat(sender.getInt(12)).as("beyond the address").isEqualTo(-1);
        assertThat(reply.getShort(4)).isEqualTo(RTM_NEWLINK);
        assertThat(reply.getInt(8)).isEqualTo(7);
        assertThat(reply.getInt(20)).isEqualTo(loIndex());
        assertThat(libc.close(socket)).isZero();
    }

    @Test
    void pollTimesOutAndSeesReadiness() throws IOException {
        int socket = libc.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
        ByteBuffer fds = pollfd(socket, POLLIN);
        long start = System.nanoTime();
        assertThat(libc.poll(fds, 1, 50)).isZero();
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(49).toNanos());
        assertThat(libc.sendto(socket, getLink(1, loIndex()), GETLINK_SIZE, 0, null, 0))
                .as("without an address")
                .isEqualTo(GETLINK_SIZE);
        assertThat(libc.poll(fds, 1, 5000)).isEqualTo(1);
        assertThat(fds.getShort(6)).isEqualTo(POLLIN);
        assertThat(libc.close(socket)).isZero();
    }

    @Test
    void setsockoptSetsTheReceiveTimeout() {
        int socket = libc.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
        ByteBuffer reply = memory(16);
        assertThat(libc.recvfrom(socket, reply, 16, MSG_DONTWAIT, null, null)).isEqualTo(-EAGAIN);
        ByteBuffer timeval = memory(16).putLong(8, 50_000); // seconds, microseconds
        assertThat(libc.setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, timeval, 16))
                .isZero();
        assertThat(libc.setsockopt(socket, SOL_SOCKET, 9999, timeval, 16)).isEqualTo(-ENOPROTOOPT);
        long start = System.nanoTime();
        assertThat(libc.recvfrom(socket, reply, 16, 0, null, null)).isEqualTo(-EAGAIN);
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(49).toNanos());
        assertThat(libc.close(socket)).isZero();
    }

    @Test
    void setnsEntersANamespaceOrSaysWhyNot() {
        int file = libc.open(string("/dev/null"), O_RDONLY, 0);
        assertThat(libc.setns(file, CLONE_NEWNET)).isEqualTo(-EINVAL);
        assertThat(libc.close(file)).isZero();
        int own = libc.open(string("/proc/thread-self/ns/net"), O_RDONLY, 0);
        assertThat(libc.setns(own, CLONE_NEWNET))
                .as("without CAP_SYS_ADMIN: EPERM")
                .isIn(0, -EPERM);
        assertThat(libc.close(own)).isZero();
    }

    @Test
    void heapBuffersAreRefused() {
        ByteBuffer heap = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
        ByteBuffer direct = memory(64);
        refused(
                "not direct",
                () -> bridge.address(heap),
                () -> libc.open(heap, O_RDONLY, 0),
                () -> libc.write(-1, heap, 1),
                () -> libc.bind(-1, heap, 12),
                () -> libc.setsockopt(-1, 0, 0, heap, 4),
                () -> libc.sendto(-1, heap, 1, 0, null, 0),
                () -> libc.sendto(-1, direct, 1, 0, heap, 12),
                () -> libc.recvfrom(-1, heap, 1, 0, null, null),
                () -> libc.recvfrom(-1, direct, 1, 0, heap, direct),
                () -> libc.recvfrom(-1, direct, 1, 0, direct, heap),
                () -> libc.ioctl(-1, 0, heap),
                () -> libc.poll(heap, 0, 0));
    }

    @Test
    @Rule("L8")
    void readOnlyBuffersAreRefusedWhereCMayWrite() {
        ByteBuffer readOnly = memory(64).asReadOnlyBuffer();
        ByteBuffer direct = memory(64);
        refused(
                "read-only",
                () -> bridge.address(readOnly),
                () -> libc.read(-1, readOnly, 1),
                () -> libc.recvfrom(-1, readOnly, 1, 0, null, null),
                () -> libc.recvfrom(-1, direct, 1, 0, readOnly, direct),
                () -> libc.recvfrom(-1, direct, 1, 0, direct, readOnly),
                () -> libc.ioctl(-1, 0, readOnly),
                () -> libc.poll(readOnly, 0, 0));
        assertThat(libc.open(readOnly, O_RDONLY, 0)).as("C only reads a path").isEqualTo(-ENOENT);
    }

    private static void refused(String why, ThrowingCallable... calls) {
        for (ThrowingCallable call : calls) {
            assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(why);
        }
    }

    private int ethtool(String name, long data) {
        int socket = libc.socket(AF_INET, SOCK_DGRAM, 0);
        assertThat(socket).isPositive();
        int result = libc.ioctl(socket, SIOCETHTOOL, ifreq(name, data));
        assertThat(libc.close(socket)).isZero();
        return result;
    }

    private long map(long length) {
        long address = libc.mmap(FREE_ADDRESS, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        assertThat(address).isPositive();
        return address;
    }

    /** As the kernel shows them for the page at an address; empty if nothing is there. */
    private static String permissions(long address) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.map(line -> line.split("[ -]", 3))
                    .filter(line -> Long.parseUnsignedLong(line[0], 16) <= address
                            && address < Long.parseUnsignedLong(line[1], 16))
                    .map(line -> line[2].substring(0, 4))
                    .findFirst()
                    .orElse("");
        }
    }

    private static int loIndex() throws IOException {
        return Integer.parseInt(
                Files.readString(Path.of("/sys/class/net/lo/ifindex")).strip());
    }
}
