// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.AdapterContext;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.MiniportDriverHandle;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.StatusIndication;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.Trace;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** What miniports call. Each call checks its level and its handle and leaves the work to the part whose it is. */
@SuppressWarnings("MemberName") // C's names
abstract class MiniportCalls extends ProtocolCalls {
    final List<DriverBlock> drivers = new ArrayList<>();

    MiniportCalls(Settings settings, Simulation simulation, @Nullable Trace trace) {
        super(settings, simulation, trace);
    }

    /** The adapter of a handle that a driver passed; reports a handle that is stale. */
    final @Nullable AdapterBlock adapter(MiniportAdapterHandle handle, int rule, String call) {
        AdapterBlock adapter = at(adapters, handle);
        if (adapter == null || adapter.handle != handle || adapter.state == AdapterState.HALTED) {
            kernel.violation(rule, handle.name(), call + " with the handle of an adapter that is halted");
            return null;
        }
        return adapter;
    }

    @SuppressWarnings("unchecked") // a driver gets the contexts it made
    @Override
    public <C extends AdapterContext> MiniportDriverHandle NdisMRegisterMiniportDriver(
            MiniportDriver<C> driver, MiniportCharacteristics characteristics) {
        MiniportDriverHandle handle = new MiniportDriverHandle(characteristics.name(), drivers.size(), 0);
        drivers.add(new DriverBlock((MiniportDriver<AdapterContext>) driver, characteristics, handle));
        if (characteristics.checkForHangHandler() && !characteristics.resetHandler()) {
            kernel.violation(
                    14, null, characteristics.name() + " registers MiniportCheckForHangEx without MiniportResetEx");
        }
        boolean watched = characteristics.resetHandler() || characteristics.checkForHangHandler();
        if (characteristics.intermediate() && watched) {
            kernel.note(0, null, characteristics.name() + " has no hardware, but handlers that reset it");
        }
        if (kernel.settings.profile().isAtLeast(Profile.NDIS_6_83)
                && characteristics.version().isAtLeast(Profile.NDIS_6_83)
                && watched) {
            kernel.note(
                    0, null, characteristics.name() + " registers handlers that NDIS 6.83 drivers should do without");
        }
        return handle;
    }

    @Override
    public void NdisMSetMiniportAttributes(MiniportAdapterHandle handle, MiniportAttributes attributes) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMSetMiniportAttributes");
        if (adapter != null) {
            adapter.attributes(attributes);
        }
    }

    @Override
    public void NdisMResetMiniport(MiniportAdapterHandle handle) {
        AdapterBlock adapter = adapter(handle, 83, "NdisMResetMiniport");
        if (adapter == null || kernel.isAbove(Irql.DISPATCH, 3, adapter.name, "NdisMResetMiniport")) {
            return;
        }
        if (kernel.log.isOn()) {
            kernel.log.event(What.RESET_REQUEST, adapter.name, adapter.miniport, "ndis", null);
        }
        if (!adapter.version.isAtLeast(Profile.NDIS_6_30)) {
            kernel.violation(4, adapter.name, "NdisMResetMiniport of a driver older than NDIS 6.30");
        } else if (!adapter.hasAttributes()) {
            kernel.violation(83, adapter.name, "NdisMResetMiniport before NdisMSetMiniportAttributes");
        } else if (adapter.hasResetHandler()) {
            adapter.reset.request(ResetReason.DRIVER_REQUEST, null);
        } else {
            withoutHandler(adapter);
        }
    }

    final void withoutHandler(AdapterBlock adapter) {
        kernel.log.event(What.RESET_REQUEST_DROPPED, adapter.name, "ndis", null, "there is no reset handler");
        kernel.note(19, adapter.name, "a reset is asked for, but MiniportResetEx isn't registered");
        if (kernel.knobs.removesWithoutHandler()) {
            adapter.life.remove();
        }
    }

    @Override
    public void NdisMResetComplete(MiniportAdapterHandle handle, NdisStatus status, boolean addressingReset) {
        AdapterBlock halted = at(adapters, handle);
        if (halted != null && halted.handle == handle && halted.reset.dropsCompletion()) {
            kernel.note(81, halted.name, "the completion of the abandoned reset comes to nothing");
            return;
        }
        AdapterBlock adapter = adapter(handle, 83, "NdisMResetComplete");
        if (adapter == null) {
            return;
        }
        kernel.isAbove(Irql.DISPATCH, 48, adapter.name, "NdisMResetComplete");
        if (!adapter.version.isAtLeast(Profile.NDIS_6_20) && kernel.current().irql() < Irql.DISPATCH) {
            kernel.violation(48, adapter.name, "NdisMResetComplete of an NDIS 5 driver below DISPATCH");
        }
        if (kernel.current().locks() > 0) {
            kernel.violation(49, adapter.name, "NdisMResetComplete with a spin lock held");
        }
        adapter.reset.complete(status, addressingReset);
        simulation.preempt();
    }

    @Override
    public void NdisMSendNetBufferListsComplete(MiniportAdapterHandle handle, NetBufferList lists, int flags) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMSendNetBufferListsComplete");
        if (adapter != null) {
            kernel.isAbove(Irql.DISPATCH, 0, adapter.name, "NdisMSendNetBufferListsComplete");
            adapter.sends.complete(lists, flags);
            simulation.preempt();
        }
    }

    @Override
    public void NdisMOidRequestComplete(MiniportAdapterHandle handle, OidRequest request, NdisStatus status) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMOidRequestComplete");
        if (adapter != null) {
            kernel.isAbove(Irql.DISPATCH, 0, adapter.name, "NdisMOidRequestComplete");
            adapter.oids.complete(request, status);
            simulation.preempt();
        }
    }

    @Override
    public void NdisMIndicateStatusEx(MiniportAdapterHandle handle, StatusIndication indication) {
        AdapterBlock adapter = adapter(handle, 83, "NdisMIndicateStatusEx");
        if (adapter != null) {
            kernel.isAbove(Irql.DISPATCH, 30, adapter.name, "NdisMIndicateStatusEx");
            if (kernel.log.isOn()) {
                kernel.log.event(
                        What.INDICATE_STATUS,
                        adapter.name,
                        adapter.miniport,
                        "ndis",
                        indication.statusCode(),
                        0,
                        null,
                        0,
                        Binding.text(indication));
            }
            adapter.indications.fromMiniport(indication);
            simulation.preempt();
        }
    }

    @Override
    public void NdisMIndicateReceiveNetBufferLists(
            MiniportAdapterHandle handle, NetBufferList lists, int portNumber, int flags) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMIndicateReceiveNetBufferLists");
        if (adapter != null) {
            kernel.isAbove(Irql.DISPATCH, 0, adapter.name, "NdisMIndicateReceiveNetBufferLists");
            receives.indicate(adapter, lists, portNumber, flags);
            simulation.preempt();
        }
    }

    @Override
    public void NdisMPauseComplete(MiniportAdapterHandle handle) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMPauseComplete");
        if (adapter != null) {
            adapter.life.pauseComplete();
        }
    }

    @Override
    public void NdisMRestartComplete(MiniportAdapterHandle handle, NdisStatus status) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMRestartComplete");
        if (adapter != null) {
            adapter.life.restartComplete(status);
        }
    }

    @Override
    public NdisStatus NdisMRemoveMiniport(MiniportAdapterHandle handle) {
        AdapterBlock adapter = adapter(handle, 0, "NdisMRemoveMiniport");
        if (adapter == null) {
            return NdisStatus.FAILURE;
        }
        adapter.life.remove();
        return NdisStatus.SUCCESS;
    }

    @Override
    public void NdisWriteErrorLogEntry(MiniportAdapterHandle handle, int errorCode, String text) {
        AdapterBlock adapter = adapter(handle, 0, "NdisWriteErrorLogEntry");
        if (adapter != null) {
            adapter.reset.errorLogged();
            kernel.log.event(
                    What.ERROR_LOG,
                    adapter.name,
                    adapter.miniport,
                    "ndis",
                    String.format("0x%08X: %s", errorCode, text));
        }
    }
}
