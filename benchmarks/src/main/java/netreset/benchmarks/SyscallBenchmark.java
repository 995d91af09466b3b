// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import netreset.bridge.Bridges;
import netreset.bridge.CLibrary;
import netreset.bridge.Libc;
import netreset.bridge.NoBridgeException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What does SIOCETHTOOL cost? A question for lo's link (ETHTOOL_GLINK): nothing is reset. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SyscallBenchmark {
    private static final int LOOP = 1_000;
    /** include/uapi/linux/sockios.h */
    private static final long SIOCETHTOOL = 0x8946;
    /** include/uapi/linux/ethtool.h; works on every interface. */
    private static final int ETHTOOL_GLINK = 0xa;

    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;
    /** sizeof(struct ifreq); ifr_data is behind the name. */
    private static final int IFREQ = 40;

    private static final int IFR_DATA = 16;

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
    private static final MethodHandle IOCTL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().find("ioctl").orElseThrow(),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(2),
                    Linker.Option.captureCallState("errno"));

    /** JNA's direct mapping of the same function. */
    static final class Direct {
        static {
            Native.register(Direct.class, "c");
        }

        private Direct() {}

        static native int ioctl(int fd, long request, Pointer argument);
    }

    private final MemorySegment state = Arena.global().allocate(STATE);
    private final MemorySegment ifreq = Arena.global().allocate(IFREQ, 8);
    private final MemorySegment value = Arena.global().allocate(8, 8);
    private final ByteBuffer buffer = ifreq.asByteBuffer().order(java.nio.ByteOrder.nativeOrder());
    private final Pointer pointer = new Pointer(ifreq.address());
    private final Libc byFfm = libc("ffm");
    private final Libc byJna = libc("jna");
    private int fd;

    private static Libc libc(String bridge) {
        try {
            return Bridges.find().named(bridge, CLibrary.LIBC).libc();
        } catch (NoBridgeException e) {
            throw new IllegalStateException(e);
        }
    }

    @Setup
    public void open() {
        fd = byFfm.socket(AF_INET, SOCK_DGRAM, 0);
        MemorySegment.copy(MemorySegment.ofArray("lo".getBytes(StandardCharsets.US_ASCII)), 0, ifreq, 0, 2);
        ifreq.set(JAVA_LONG, IFR_DATA, value.address());
        value.set(JAVA_INT, 0, ETHTOOL_GLINK);
        if (fd < 0 || byFfm.ioctl(fd, SIOCETHTOOL, buffer) != 0) {
            throw new IllegalStateException("lo can't be asked");
        }
    }

    /** The baseline: a loop in C, entered once by JNI for each thousand. */
    @Benchmark
    @OperationsPerInvocation(LOOP)
    public int c() {
        return Jni.ioctls(fd, SIOCETHTOOL, ifreq.address(), LOOP);
    }

    @Benchmark
    public int jni() {
        return Jni.ioctl(fd, SIOCETHTOOL, ifreq.address());
    }

    @Benchmark
    public int ffm() throws Throwable {
        int result = (int) IOCTL.invokeExact(state, fd, SIOCETHTOOL, ifreq);
        return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
    }

    @Benchmark
    public int jnaDirect() {
        int result = Direct.ioctl(fd, SIOCETHTOOL, pointer);
        return result < 0 ? -Native.getLastError() : result;
    }

    @Benchmark
    public int netresetByFfm() {
        return byFfm.ioctl(fd, SIOCETHTOOL, buffer);
    }

    @Benchmark
    public int netresetByJna() {
        return byJna.ioctl(fd, SIOCETHTOOL, buffer);
    }
}
