// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import netreset.ndis.AdapterContext;
import netreset.ndis.AddressingReset;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.Digest;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.Script;
import netreset.ndis.TimerHandle;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Fifo;
import netreset.ndis.sim.Simulation;

/**
 * Prints how many modelled resets a second there are, request to RESET_END, one adapter, two bindings, and how many bytes
 * each allocates: {@code java -cp … netreset.ndis.library.ResetsPerSecond}.
 */
final class ResetsPerSecond {
    private static final int RESETS = 3_000_000;

    private ResetsPerSecond() {}

    /** Resets at once, or by a timer that completes later. */
    private record Nic(Ndis ndis, boolean later) implements MiniportDriver<Nic.Port> {
        /** The adapter and the timer that completes its resets. */
        record Port(MiniportAdapterHandle handle, TimerHandle timer) implements AdapterContext {}

        @Override
        public Port newContext(MiniportAdapterHandle handle) {
            return new Port(
                    handle,
                    ndis.NdisAllocateTimerObject(
                            handle, "done", () -> ndis.NdisMResetComplete(handle, NdisStatus.SUCCESS, false)));
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
        /** A binding. */
        static final class Open extends BindingContext {}

        @Override
        public Open newContext(BindParameters adapter) {
            return new Open();
        }
    }

    /** Asks for a reset whenever the last one is over. */
    private static final class Asker implements Script {
        private final AdapterBlock adapter;
        private int left;

        Asker(AdapterBlock adapter, int resets) {
            this.adapter = adapter;
            this.left = resets;
        }

        @Override
        public boolean isReady() {
            return adapter.resetState() == ResetState.IDLE;
        }

        @Override
        public boolean step(Ndis ndis) {
            if (left == 0) {
                return false;
            }
            left--;
            ndis.NdisMResetMiniport(adapter.handle());
            return true;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(left);
        }
    }

    /** Returns how many bytes each reset allocated. */
    static double measure(boolean later, int resets, boolean prints) {
        Simulation simulation = new Simulation(Fifo.FIFO, 0);
        NdisLibrary ndis = new NdisLibrary(Settings.of(Profile.NDIS_6_30), simulation, null);
        ndis.NdisRegisterProtocolDriver(new Quiet(ndis), "tcp");
        ndis.NdisRegisterProtocolDriver(new Quiet(ndis), "lldp");
        ndis.addAdapter(
                ndis.NdisMRegisterMiniportDriver(new Nic(ndis, later), MiniportCharacteristics.of("nic")), "nic0");
        simulation.settle();
        ndis.thread("asker", Irql.PASSIVE, new Asker(ndis.adapter("nic0"), resets));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long bytes = threads.getThreadAllocatedBytes(thread);
        long start = threads.getThreadCpuTime(thread);
        simulation.settle();
        long nanos = threads.getThreadCpuTime(thread) - start;
        bytes = threads.getThreadAllocatedBytes(thread) - bytes;
        int done = Objects.requireNonNull(ndis.adapter("nic0")).resetCounts();
        if (done != resets || !ndis.violations().isEmpty()) {
            throw new IllegalStateException(done + " of " + resets + " resets, " + ndis.violations());
        }
        if (prints) {
            System.out.printf(
                    "%-12s %,d resets: %,d a second of processor time, %.4f bytes each, %.1f steps each%n",
                    later ? "asynchronous" : "synchronous",
                    resets,
                    (long) (resets * 1e9 / nanos),
                    (double) bytes / resets,
                    (double) simulation.steps() / resets);
        }
        return (double) bytes / resets;
    }

    public static void main(String[] arguments) {
        for (int round = 0; round < 4; round++) {
            boolean warm = round > 0;
            for (boolean later : new boolean[] {false, true}) {
                measure(later, RESETS, warm);
            }
        }
    }
}
