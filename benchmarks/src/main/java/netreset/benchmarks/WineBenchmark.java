// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import netreset.bridge.Mprapi;
import netreset.bridge.NothingModule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What does a call of MprAdminPortReset cost in Java for Windows, in a DLL that does nothing? By what Windows has too:
 * JNI and jnr-ffi, which need DLLs of their own, are left out. Run by {@code benchmarks/wine/measure}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WineBenchmark {
    private static final MethodHandle CONSTANT = Ffm.reset();

    private final Mprapi byFfm = NothingModule.by("ffm").mprapi();
    private final Mprapi byJna = NothingModule.by("jna").mprapi();

    /** Handles of 64 bits; fields, so that nothing is folded. */
    private long server = 0x8000_0000_0000_0010L;

    private long port = 0x1_8000_0001L;

    @Benchmark
    public int ffmConstantHandle() throws Throwable {
        return (int) CONSTANT.invokeExact(server, port);
    }

    @Benchmark
    public int jnaDirect() {
        return Jna.Direct.MprAdminPortReset(server, port);
    }

    @Benchmark
    public int netresetMprapiByFfm() {
        return byFfm.MprAdminPortReset(server, port);
    }

    @Benchmark
    public int netresetMprapiByJna() {
        return byJna.MprAdminPortReset(server, port);
    }
}
