// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import netreset.Device;
import netreset.NetReset;
import netreset.ResetException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How long does it take to list all interfaces of the network namespace this runs in? Each with its driver and probe. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ListingBenchmark {
    private NetReset netReset;

    @SuppressWarnings("NullAway.Init") // by open
    public ListingBenchmark() {}

    @Setup(Level.Trial)
    public void open() throws ResetException {
        netReset = NetReset.open();
    }

    @TearDown(Level.Trial)
    public void close() {
        netReset.close();
    }

    @Benchmark
    public List<Device> netresetDevices() throws ResetException {
        return netReset.devices();
    }

    /** Names, indexes, addresses; no driver, no state, no probe. */
    @Benchmark
    public long javaNetNetworkInterface() throws SocketException {
        return NetworkInterface.networkInterfaces().count();
    }
}
