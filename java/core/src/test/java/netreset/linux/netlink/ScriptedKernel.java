// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import netreset.bridge.Libc;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Nlmsghdr;
import netreset.linux.abi.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A C library whose netlink sockets follow a script: what arrives, in which order, after which request. Has a clock of
 * its own, which moves only while somebody waits and by a millisecond per received datagram.
 */
public final class ScriptedKernel implements Libc, LongSupplier {
    /** What one poll or recvfrom meets. */
    public sealed interface Step {}

    /** A datagram from the process with port id {@code sender}; 0 is the kernel. */
    public record Datagram(ByteBuffer bytes, int sender) implements Step {
        public Datagram(byte[] bytes, int sender) {
            this(ByteBuffer.wrap(bytes), sender);
        }
    }

    /** {@code call} fails. */
    public record Failure(String call, int errno) implements Step {}

    /** poll says there is something, but there isn't. */
    public record FalseAlarm() implements Step {}

    private final Deque<IntFunction<Iterator<Step>>> answers = new ArrayDeque<>();
    private final Deque<Iterator<Step>> arriving = new ArrayDeque<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<byte[]> requests = new ArrayList<>();
    private int open;
    private int lastDescriptor = 40;
    private int interruptions;
    private @Nullable Step next;
    private boolean announced;
    private @Nullable Function<ByteBuffer, List<Step>> others;
    private long nanos = Long.MAX_VALUE - 1000; // System.nanoTime may wrap around too

    public static Step fromKernel(NetlinkBytes bytes) {
        return new Datagram(bytes.bytes(), 0);
    }

    /** The next request that is sent is answered by these steps, made from its sequence number. */
    public ScriptedKernel answer(IntFunction<List<Step>> steps) {
        return answerEndlessly(sequence -> steps.apply(sequence).iterator());
    }

    /** Every request that no other answer is for is answered by these steps, made from it. */
    public ScriptedKernel answerOthers(Function<ByteBuffer, List<Step>> steps) {
        others = steps;
        return this;
    }

    public ScriptedKernel answerEndlessly(IntFunction<Iterator<Step>> steps) {
        answers.add(steps);
        return this;
    }

    /** Steps that follow no request. */
    public ScriptedKernel arrive(Step... steps) {
        arriving.add(List.of(steps).iterator());
        return this;
    }

    /** From now on {@code call} fails. */
    public ScriptedKernel fail(String call, int errno) {
        failures.put(call, errno);
        return this;
    }

    /** The next {@code times} sends are interrupted by a signal. */
    public ScriptedKernel interruptSends(int times) {
        interruptions = times;
        return this;
    }

    public List<byte[]> requests() {
        return requests;
    }

    /** What was set: level, option, value. */
    public List<String> options() {
        return options;
    }

    public int openDescriptors() {
        return open;
    }

    /** The clock, in nanoseconds. */
    @Override
    public long getAsLong() {
        return nanos;
    }

    private int result(String call, int success) {
        Integer errno = failures.get(call);
        return errno == null ? success : -errno;
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        int result = result("socket", ++lastDescriptor);
        open += result >= 0 ? 1 : 0;
        return result;
    }

    @Override
    public int close(int fd) {
        open--;
        return 0;
    }

    @Override
    public int bind(int fd, ByteBuffer address, int addressLength) {
        return result("bind", 0);
    }

    @Override
    public int setsockopt(int fd, int level, int option, ByteBuffer value, int valueLength) {
        String set = level + " " + option;
        options.add(set + " " + value.getInt(0));
        return failures.containsKey(set) ? result(set, 0) : result("setsockopt", 0);
    }

    @Override
    public long sendto(int fd, ByteBuffer buffer, long length, int flags, @Nullable ByteBuffer address, int size) {
        if (interruptions > 0) {
            interruptions--;
            return -Errno.EINTR;
        }
        int result = result("sendto", (int) length);
        if (result >= 0) {
            byte[] request = new byte[(int) length];
            buffer.get(0, request);
            requests.add(request);
            if (answers.isEmpty() && others != null) {
                ByteBuffer copy = ByteBuffer.wrap(request).order(buffer.order());
                arriving.add(others.apply(copy).iterator());
            } else {
                arriving.add(answers.remove().apply(buffer.getInt(Nlmsghdr.NLMSG_SEQ)));
            }
        }
        return result;
    }

    @Override
    public int poll(ByteBuffer fds, long count, int timeoutMillis) {
        if (peek() == null) {
            nanos += TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            return 0;
        }
        if (next instanceof Failure failure && failure.call.equals("poll")) {
            next = null;
            return -failure.errno;
        }
        announced = true;
        return 1;
    }

    @Override
    public long recvfrom(
            int fd,
            ByteBuffer buffer,
            long length,
            int flags,
            @Nullable ByteBuffer address,
            @Nullable ByteBuffer addressLength) {
        Step step = peek();
        boolean isPolls = step instanceof Failure failure && failure.call.equals("poll");
        if (isPolls || (step instanceof FalseAlarm && !announced)) {
            return -Errno.EAGAIN; // it is what poll meets
        }
        next = null;
        announced = false;
        if (step instanceof Datagram datagram && address != null && addressLength != null) {
            nanos += TimeUnit.MILLISECONDS.toNanos(1);
            int copied = (int) Math.min(datagram.bytes.capacity(), length);
            buffer.put(0, datagram.bytes, 0, copied);
            address.putShort(0, (short) Socket.AF_NETLINK)
                    .putInt(4, datagram.sender)
                    .putInt(8, 0);
            addressLength.putInt(0, 12);
            return (flags & Socket.MSG_TRUNC) != 0 ? datagram.bytes.capacity() : copied;
        }
        if (step instanceof Failure failure) {
            return -failure.errno;
        }
        if ((flags & Socket.MSG_DONTWAIT) == 0) {
            throw new AssertionError("recvfrom would block for ever");
        }
        return -Errno.EAGAIN;
    }

    private @Nullable Step peek() {
        while (next == null && !arriving.isEmpty()) {
            if (arriving.element().hasNext()) {
                next = arriving.element().next();
            } else {
                arriving.remove();
            }
        }
        return next;
    }

    @Override
    public int getpagesize() {
        throw new AssertionError("getpagesize");
    }

    @Override
    public int open(ByteBuffer path, int flags, int mode) {
        throw new AssertionError("open");
    }

    @Override
    public long read(int fd, ByteBuffer buffer, long count) {
        throw new AssertionError("read");
    }

    @Override
    public long lseek(int fd, long offset, int origin) {
        throw new AssertionError("lseek");
    }

    @Override
    public int connect(int fd, ByteBuffer address, int addressLength) {
        throw new AssertionError("connect");
    }

    @Override
    public long write(int fd, ByteBuffer buffer, long count) {
        throw new AssertionError("write");
    }

    @Override
    public int ioctl(int fd, long request, @Nullable ByteBuffer argument) {
        throw new AssertionError("ioctl");
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        throw new AssertionError("mmap");
    }

    @Override
    public int mprotect(long address, long length, int protection) {
        throw new AssertionError("mprotect");
    }

    @Override
    public int munmap(long address, long length) {
        throw new AssertionError("munmap");
    }

    @Override
    public int setns(int fd, int namespaceType) {
        throw new AssertionError("setns");
    }
}
