// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.BindingHandle;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterDriverHandle;
import netreset.ndis.FilterHandle;
import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.ProtocolDriverHandle;
import netreset.ndis.StatusIndication;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.Trace;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** What protocols and filters call. */
@SuppressWarnings("MemberName") // C's names
abstract class ProtocolCalls extends CommonCalls {
    private static final long LATER = 1L << 32;

    final Receives receives;
    final List<ProtocolBlock> protocols = new ArrayList<>();
    final List<FilterBlock> filterDrivers = new ArrayList<>();
    final List<FilterModule> filters = new ArrayList<>();
    final Map<String, AdapterBlock> byName = new LinkedHashMap<>();
    private final List<Binding> bindings = new ArrayList<>();

    ProtocolCalls(Settings settings, Simulation simulation, @Nullable Trace trace) {
        super(settings, simulation, trace);
        this.receives = new Receives(kernel);
    }

    final @Nullable Binding binding(BindingHandle handle, String call) {
        Binding binding = at(bindings, handle);
        if (binding == null || binding.handle != handle || binding.closed) {
            kernel.violation(0, null, call + " with the handle of a binding that is closed: " + handle.name());
            return null;
        }
        return binding;
    }

    private FilterModule filter(FilterHandle handle) {
        return filters.get(handle.index());
    }

    // ---- protocols

    @SuppressWarnings("unchecked") // a driver gets the contexts it made
    @Override
    public <B extends BindingContext> ProtocolDriverHandle NdisRegisterProtocolDriver(
            ProtocolDriver<B> driver, String name) {
        ProtocolDriverHandle handle = new ProtocolDriverHandle(name, protocols.size(), 0);
        protocols.add(new ProtocolBlock((ProtocolDriver<BindingContext>) driver, name, handle));
        return handle;
    }

    @Override
    public NdisStatus NdisOpenAdapterEx(
            ProtocolDriverHandle protocolHandle, BindingContext context, BindParameters parameters) {
        ProtocolBlock protocol = protocols.get(protocolHandle.index());
        AdapterBlock adapter = byName.get(parameters.adapterName());
        if (adapter == null || adapter.leaving || adapter.surpriseRemoved || adapter.state == AdapterState.HALTED) {
            return NdisStatus.FAILURE;
        }
        String name = protocol.name + "/" + adapter.name;
        BindingHandle handle = new BindingHandle(name, bindings.size(), 0);
        Binding binding = new Binding(kernel, protocol, context, adapter, handle, turn(protocol, adapter));
        bindings.add(binding);
        context.opened(handle);
        adapter.bindings.add(binding);
        kernel.log.event(What.BIND, adapter.name, binding.label, "ndis", null);
        return NdisStatus.SUCCESS;
    }

    /** Bindings are told in the order they were opened, but call managers before their clients. */
    private long turn(ProtocolBlock protocol, AdapterBlock adapter) {
        boolean later =
                adapter.co != null && kernel.knobs.callManagerFirst() && !adapter.co.isCallManager(protocol.driver);
        return (later ? LATER : 0) + bindings.size();
    }

    @Override
    public NdisStatus NdisCloseAdapterEx(BindingHandle handle) {
        Binding binding = binding(handle, "NdisCloseAdapterEx");
        if (binding == null) {
            return NdisStatus.FAILURE;
        }
        binding.closing = true;
        if (binding.sends > 0 || binding.oids > 0) {
            return NdisStatus.PENDING;
        }
        binding.close();
        return NdisStatus.SUCCESS;
    }

    @Override
    public void NdisSendNetBufferLists(BindingHandle handle, NetBufferList lists, int portNumber, int flags) {
        Binding binding = binding(handle, "NdisSendNetBufferLists");
        if (binding != null) {
            kernel.isAbove(Irql.DISPATCH, 0, binding.adapter.name, "NdisSendNetBufferLists");
            binding.adapter.sends.submit(binding, null, lists, portNumber, flags);
            simulation.preempt();
        }
    }

    @Override
    public void NdisCancelSendNetBufferLists(BindingHandle handle, Object cancelId) {
        Binding binding = binding(handle, "NdisCancelSendNetBufferLists");
        if (binding != null) {
            binding.adapter.sends.cancel(binding, cancelId);
            simulation.preempt();
        }
    }

    @Override
    public NdisStatus NdisOidRequest(BindingHandle handle, OidRequest request) {
        Binding binding = binding(handle, "NdisOidRequest");
        if (binding == null) {
            return NdisStatus.FAILURE;
        }
        kernel.isAbove(Irql.DISPATCH, 0, binding.adapter.name, "NdisOidRequest");
        NdisStatus status = binding.adapter.oids.submit(binding, request, null);
        simulation.preempt();
        return status;
    }

    @Override
    public NdisStatus NdisSynchronousOidRequest(BindingHandle handle, OidRequest request) {
        Binding binding = binding(handle, "NdisSynchronousOidRequest");
        if (binding == null || !binding.adapter.isCallable()) {
            return NdisStatus.FAILURE;
        }
        AdapterBlock adapter = binding.adapter;
        if (kernel.log.isOn()) {
            kernel.log.event(
                    What.OID_TO_MINIPORT,
                    adapter.name,
                    binding.label,
                    adapter.miniport,
                    null,
                    request.oid(),
                    request.name(),
                    0,
                    "synchronous");
        }
        return kernel.settled(adapter.driver.MiniportSynchronousOidRequest(adapter.context(), request));
    }

    @Override
    public void NdisCancelOidRequest(BindingHandle handle, OidRequest request) {
        Binding binding = binding(handle, "NdisCancelOidRequest");
        if (binding != null) {
            binding.adapter.oids.cancel(binding, request);
            simulation.preempt();
        }
    }

    @Override
    public void NdisReturnNetBufferLists(BindingHandle handle, NetBufferList lists, int flags) {
        Binding binding = binding(handle, "NdisReturnNetBufferLists");
        if (binding != null) {
            kernel.isAbove(Irql.DISPATCH, 0, binding.adapter.name, "NdisReturnNetBufferLists");
            receives.giveBack(binding, lists, flags);
            simulation.preempt();
        }
    }

    @Override
    public NdisStatus NdisReset(BindingHandle handle) {
        Binding binding = binding(handle, "NdisReset");
        if (binding == null) {
            return NdisStatus.ADAPTER_REMOVED;
        }
        AdapterBlock adapter = binding.adapter;
        kernel.log.event(What.RESET_REQUEST, adapter.name, binding.label, "ndis", null);
        if (kernel.settings.profile().isAtLeast(Profile.NDIS_6_20)) {
            kernel.violation(5, adapter.name, "NdisReset doesn't exist since NDIS 6.0");
            return NdisStatus.FAILURE;
        } else if (!adapter.hasResetHandler()) {
            return NdisStatus.NOT_RESETTABLE;
        } else if (binding.closing) {
            return NdisStatus.CLOSING;
        } else if (adapter.leaving || adapter.surpriseRemoved) {
            return NdisStatus.ADAPTER_REMOVED;
        } else if (adapter.reset.state() != ResetState.IDLE) {
            return NdisStatus.RESET_IN_PROGRESS;
        }
        adapter.reset.request(ResetReason.PROTOCOL_REQUEST, binding);
        return NdisStatus.PENDING;
    }

    // ---- filters

    @SuppressWarnings("unchecked") // a driver gets the contexts it made
    @Override
    public <F extends FilterContext> FilterDriverHandle NdisFRegisterFilterDriver(
            FilterDriver<F> driver, FilterCharacteristics characteristics) {
        FilterDriverHandle handle = new FilterDriverHandle(characteristics.name(), filterDrivers.size(), 0);
        filterDrivers.add(new FilterBlock((FilterDriver<FilterContext>) driver, characteristics, handle));
        return handle;
    }

    @Override
    public void NdisFIndicateStatus(FilterHandle handle, StatusIndication indication) {
        FilterModule module = filter(handle);
        kernel.isAbove(Irql.DISPATCH, 30, module.adapter.name, "NdisFIndicateStatus");
        module.passes();
        module.adapter.indications.tellAll(indication, module.level + 1);
        simulation.preempt();
    }

    @Override
    public void NdisFSendNetBufferLists(FilterHandle handle, NetBufferList lists, int portNumber, int flags) {
        FilterModule module = filter(handle);
        module.adapter.sends.down(module.level - 1, lists, portNumber, flags);
    }

    @Override
    public void NdisFSendNetBufferListsComplete(FilterHandle handle, NetBufferList lists, int flags) {
        FilterModule module = filter(handle);
        module.adapter.sends.up(module.level + 1, lists, flags);
    }

    @Override
    public NdisStatus NdisFOidRequest(FilterHandle handle, OidRequest request) {
        FilterModule module = filter(handle);
        return module.adapter.oids.down(module.level - 1, request);
    }

    @Override
    public void NdisFOidRequestComplete(FilterHandle handle, OidRequest request, NdisStatus status) {
        FilterModule module = filter(handle);
        module.adapter.oids.up(module.level + 1, request, status);
    }
}
