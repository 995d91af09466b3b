// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import java.util.concurrent.TimeUnit;
import netreset.ResetException;
import netreset.rras.NothingServer;
import netreset.rras.PortResult;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import netreset.rras.RasSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What does a reset cost through the public API, with the checks of a session and the result mapped? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SessionBenchmark {
    private static final int BATCH = 10_000;

    @Param({"ffm", "jna"})
    public String bridge = "ffm";

    private RasServer server;
    private final RasPort port = NothingServer.PORT;

    @SuppressWarnings("NullAway.Init") // by connect
    public SessionBenchmark() {}

    @Setup(Level.Trial)
    public void connect() throws ResetException {
        server = NothingServer.by(bridge);
    }

    @TearDown(Level.Trial)
    public void disconnect() {
        server.close();
    }

    /** With a hop to the session's own thread and back for each: what a timeout on a blocking call costs. */
    @Benchmark
    public PortResult rasServerReset() throws ResetException {
        return server.reset(port);
    }

    /** In a batch, which pays the hop once. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public PortResult rasSessionResetInBatch() throws ResetException {
        return server.inSession(this::resets);
    }

    private PortResult resets(RasSession session) throws ResetException {
        PortResult last = session.reset(port);
        for (int i = 1; i < BATCH; i++) {
            last = session.reset(port);
        }
        return last;
    }
}
