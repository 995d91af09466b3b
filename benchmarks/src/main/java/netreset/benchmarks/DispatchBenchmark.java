// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import netreset.bridge.Mprapi;
import netreset.bridge.NothingModule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What does one call of MprAdminPortReset cost, in a library that does nothing? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DispatchBenchmark {
    private static final int LOOP = 1_000;
    private static final MethodHandle CONSTANT = Ffm.reset();
    private static final MethodHandle ANY = Ffm.anyReset();
    private static final MethodHandle CAPTURING = Ffm.reset(Linker.Option.captureCallState("errno"));
    private static final MethodHandle CRITICAL = Ffm.reset(Linker.Option.critical(false));

    private final MemorySegment callState = Arena.global().allocate(Linker.Option.captureStateLayout());
    private final Jna.Mapped jna = Jna.mapped();
    private final JnrFfi.Mapped jnr = JnrFfi.mapped();
    private final Mprapi byFfm = NothingModule.by("ffm").mprapi();
    private final Mprapi byJna = NothingModule.by("jna").mprapi();

    /** Not constant: read anew for each call. */
    private MethodHandle handle = Ffm.reset();

    private MemorySegment function = Ffm.function();

    /** Handles of 64 bits; fields, so that nothing is folded. */
    private long server = 0x8000_0000_0000_0010L;

    private long port = 0x1_8000_0001L;

    /** The baseline: a loop in C through a function pointer, entered once by JNI for each thousand. */
    @Benchmark
    @OperationsPerInvocation(LOOP)
    public int cFunctionPointer() {
        return Jni.resets(server, port, LOOP);
    }

    @Benchmark
    public int jni() {
        return Jni.MprAdminPortReset(server, port);
    }

    @Benchmark
    public int ffmConstantHandle() throws Throwable {
        return (int) CONSTANT.invokeExact(server, port);
    }

    @Benchmark
    public int ffmHandleInField() throws Throwable {
        return (int) handle.invokeExact(server, port);
    }

    /** As netreset's Mprapi did before each library had a class of its own. */
    @Benchmark
    public int ffmAddressInField() throws Throwable {
        return (int) ANY.invokeExact(function, server, port);
    }

    @Benchmark
    public int ffmCapturingErrno() throws Throwable {
        return (int) CAPTURING.invokeExact(callState, server, port);
    }

    /** For calls that never block: a reset may, and would keep the garbage collector waiting. Not for this. */
    @Benchmark
    public int ffmCriticalWhichMustNotBeUsedHere() throws Throwable {
        return (int) CRITICAL.invokeExact(server, port);
    }

    @Benchmark
    public int jnaDirect() {
        return Jna.Direct.MprAdminPortReset(server, port);
    }

    @Benchmark
    public int jnaInterface() {
        return jna.MprAdminPortReset(server, port);
    }

    @Benchmark
    public int jnrFfi() {
        return jnr.MprAdminPortReset(server, port);
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
