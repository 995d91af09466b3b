// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import netreset.bridge.Bridges;
import netreset.bridge.CLibrary;
import netreset.bridge.NoBridgeException;
import netreset.linux.LoopbackProbe;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What does the question cost whether lo's driver has ETHTOOL_RESET? It has none, and no driver is called. For root. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProbeBenchmark {
    private static final int LOOP = 1_000;
    /** include/uapi/linux/sockios.h */
    private static final long SIOCETHTOOL = 0x8946;
    /** -EOPNOTSUPP, include/uapi/asm-generic/errno.h */
    private static final int NOT_SUPPORTED = -95;

    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;
    /** struct ifreq: ifr_data is behind the name. */
    private static final int IFR_DATA = 16;

    private final MemorySegment ifreq = Arena.global().allocate(40, 8);
    private LoopbackProbe byFfm;
    private LoopbackProbe byJna;
    private int fd;

    @SuppressWarnings("NullAway.Init") // by open
    public ProbeBenchmark() {}

    @Setup(Level.Trial)
    public void open() throws NoBridgeException {
        byFfm = LoopbackProbe.by("ffm");
        byJna = LoopbackProbe.by("jna");
        fd = Bridges.find().named("ffm", CLibrary.LIBC).libc().socket(AF_INET, SOCK_DGRAM, 0);
        MemorySegment.copy(MemorySegment.ofArray("lo".getBytes(StandardCharsets.US_ASCII)), 0, ifreq, 0, 2);
        ifreq.set(JAVA_LONG, IFR_DATA, byFfm.commandAddress());
        if (probeC() != NOT_SUPPORTED) {
            throw new IllegalStateException("lo answers otherwise");
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        byFfm.close();
        byJna.close();
    }

    /** The baseline: a loop in C, entered once by JNI for each thousand. */
    @Benchmark
    @OperationsPerInvocation(LOOP)
    public int probeC() {
        return Jni.ioctls(fd, SIOCETHTOOL, ifreq.address(), LOOP);
    }

    @Benchmark
    public boolean netresetProbeByFfm() {
        return byFfm.isRefused();
    }

    @Benchmark
    public boolean netresetProbeByJna() {
        return byJna.isRefused();
    }
}
