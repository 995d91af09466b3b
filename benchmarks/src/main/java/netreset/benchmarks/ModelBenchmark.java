// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import java.util.concurrent.TimeUnit;
import netreset.ndis.AdapterContext;
import netreset.ndis.AddressingReset;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.MiniportDriverHandle;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.TimerHandle;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.library.Settings;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Fifo;
import netreset.ndis.sim.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long does a modelled reset take, from NdisMResetMiniport to RESET_END, on one core? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ModelBenchmark {
    @Param({"1", "100", "10000"})
    public int adapters = 1;

    @Param({"0", "1", "2", "8"})
    public int bindings = 2;

    @Param({"sync", "async"})
    public String completion = "sync";

    private Simulation simulation;
    private NdisLibrary ndis;
    private MiniportAdapterHandle[] handles;
    private int next;

    @SuppressWarnings("NullAway.Init") // by make
    public ModelBenchmark() {}

    /** Resets at once, or by a timer that completes later. */
    private record Nic(Ndis ndis, boolean later) implements MiniportDriver<Nic.Port> {
        record Port(MiniportAdapterHandle handle, TimerHandle timer) implements AdapterContext {}

        @Override
        public Port newContext(MiniportAdapterHandle handle) {
            return new Port(handle, ndis.NdisAllocateTimerObject(handle, "done", () -> complete(handle)));
        }

        private void complete(MiniportAdapterHandle handle) {
            ndis.NdisMResetComplete(handle, NdisStatus.SUCCESS, false);
        }

        @Override
        public NdisStatus MiniportResetEx(Port port, AddressingReset addressing) {
            if (later) {
                ndis.NdisSetTimerObject(port.timer(), 1_000, 0);
                return NdisStatus.PENDING;
            }
            addressing.set(false);
            return NdisStatus.SUCCESS;
        }
    }

    /** Listens to nothing. */
    private record Quiet(Ndis ndis) implements ProtocolDriver<Quiet.Open> {
        static final class Open extends BindingContext {}

        @Override
        public Open newContext(BindParameters adapter) {
            return new Open();
        }
    }

    @Setup(Level.Trial)
    public void make() {
        simulation = new Simulation(Fifo.FIFO, 0);
        ndis = new NdisLibrary(Settings.of(Profile.NDIS_6_30), simulation, null);
        for (int i = 0; i < bindings; i++) {
            ndis.NdisRegisterProtocolDriver(new Quiet(ndis), "protocol" + i);
        }
        MiniportDriverHandle driver = ndis.NdisMRegisterMiniportDriver(
                new Nic(ndis, completion.equals("async")), MiniportCharacteristics.of("nic"));
        handles = new MiniportAdapterHandle[adapters];
        for (int i = 0; i < adapters; i++) {
            handles[i] = ndis.addAdapter(driver, "nic" + i);
        }
        simulation.settle();
    }

    @Benchmark
    public long netreset() {
        ndis.NdisMResetMiniport(handles[next]);
        next = next + 1 == adapters ? 0 : next + 1;
        simulation.settle();
        if (ndis.violationCount() != 0) {
            throw new IllegalStateException(ndis.violations().toString());
        }
        return simulation.steps();
    }
}
