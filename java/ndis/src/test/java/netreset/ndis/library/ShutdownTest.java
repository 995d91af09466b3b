// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netreset.ndis.HaltAction;
import netreset.ndis.InterruptHandle;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.PowerState;
import netreset.ndis.TimerHandle;
import netreset.ndis.WorkItemHandle;
import netreset.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** After MiniportShutdownEx nothing of the driver is called, whatever was on its way. */
class ShutdownTest {
    private final World world = new World();

    /** A driver with one of everything that can be called back. */
    private static final class Busy extends TestNic {
        final List<String> called = new ArrayList<>();
        private @Nullable TimerHandle timer;
        private @Nullable WorkItemHandle workItem;
        private @Nullable InterruptHandle interrupt;

        Busy(NdisLibrary ndis) {
            super(ndis);
            cancel = () -> called.add("cancel");
            synchronousOid = (port, request) -> {
                called.add("synchronous OID");
                return NdisStatus.SUCCESS;
            };
        }

        @Override
        public NdisStatus MiniportInitializeEx(MiniportAdapterHandle handle) {
            NdisStatus status = super.MiniportInitializeEx(handle);
            timer = ndis().NdisAllocateTimerObject(handle, "t", () -> called.add("timer"));
            workItem = ndis().NdisAllocateIoWorkItem(handle, "w", () -> called.add("work item"));
            interrupt = ndis().NdisMRegisterInterruptEx(handle);
            return status;
        }

        @Override
        public void MiniportHaltEx(Port port, HaltAction action) {
            ndis().NdisQueueIoWorkItem(Objects.requireNonNull(workItem));
        }

        void setAll() {
            ndis().NdisSetTimerObject(Objects.requireNonNull(timer), World.SECOND, World.SECOND);
            ndis().NdisQueueIoWorkItem(Objects.requireNonNull(workItem));
            ndis().NdisMQueueDpc(Objects.requireNonNull(interrupt));
        }

        @Override
        public boolean MiniportInterrupt(Port port) {
            called.add("interrupt");
            return true;
        }

        @Override
        public void MiniportInterruptDPC(Port port) {
            called.add("DPC");
        }
    }

    private Busy started() {
        Busy nic = new Busy(world.ndis);
        world.started(MiniportCharacteristics.of("busy"), nic);
        return nic;
    }

    private void shutdown() {
        world.ndis.shutdown(World.NIC);
        world.simulation.settle();
        assertThat(world.adapter().state()).isEqualTo(AdapterState.SHUTDOWN);
    }

    @Test
    void beforeItTheyAre() {
        Busy nic = started();
        nic.setAll();
        world.ndis.interrupt(World.NIC);
        world.simulation.runFor(2 * World.SECOND);
        assertThat(nic.called).contains("timer", "work item", "DPC", "interrupt");
    }

    @Test
    @Rule("R82")
    void timersWorkItemsAndInterruptsAreSilent() {
        Busy nic = started();
        nic.setAll();
        world.simulation.settle();
        nic.called.clear();
        shutdown();
        nic.setAll();
        world.ndis.interrupt(World.NIC);
        world.simulation.runFor(5 * World.SECOND);
        assertThat(nic.called).isEmpty();
    }

    @Test
    @Rule("R82")
    void aTimerThatWasSetBeforeIsSilentToo() {
        Busy nic = started();
        nic.setAll();
        world.simulation.settle();
        nic.called.clear();
        shutdown();
        world.simulation.runFor(5 * World.SECOND);
        assertThat(nic.called).isEmpty();
    }

    @Test
    @Rule("R82")
    void norIsAWorkItemCalledThatTheHaltItselfHasQueued() {
        Busy nic = started();
        world.ndis.halt(World.NIC);
        world.simulation.settle();
        assertThat(world.adapter().state()).isEqualTo(AdapterState.HALTED);
        assertThat(nic.called).isEmpty();
    }

    @Test
    @Rule("R82")
    void requestsAreNeitherGivenNorCancelled() {
        Busy nic = started();
        nic.oid = (port, request) -> NdisStatus.PENDING;
        OidRequest inside = OidRequest.query("q", Oid.GEN_STATISTICS);
        world.ndis.NdisOidRequest(world.tcp.open().handle(), inside);
        world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.query("r", Oid.GEN_STATISTICS));
        shutdown();
        world.ndis.NdisCancelOidRequest(world.tcp.open().handle(), inside);
        world.ndis.NdisMOidRequestComplete(world.handle(), inside, NdisStatus.SUCCESS);
        world.simulation.settle();
        assertThat(nic.requests).containsExactly(inside);
        assertThat(world.tcp.told).containsExactly("q SUCCESS", "r ADAPTER_NOT_READY");
        assertThat(nic.called).isEmpty();
    }

    @Test
    @Rule("R82")
    void noRequestOfAnyKindReachesIt() {
        Busy nic = started();
        shutdown();
        OidRequest request = OidRequest.query("q", Oid.GEN_STATISTICS);
        assertThat(world.ndis.NdisSynchronousOidRequest(world.tcp.open().handle(), request))
                .isEqualTo(NdisStatus.FAILURE);
        assertThat(world.ndis.NdisOidRequest(world.tcp.open().handle(), request))
                .isEqualTo(NdisStatus.ADAPTER_NOT_READY);
        world.ndis.power(World.NIC, PowerState.D3);
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), new NetBufferList("s"), 0, 0);
        world.simulation.settle();
        assertThat(nic.called).isEmpty();
        assertThat(nic.requests).isEmpty();
        assertThat(nic.sends).isEmpty();
        assertThat(world.tcp.told).containsExactly("s PAUSED");
    }
}
