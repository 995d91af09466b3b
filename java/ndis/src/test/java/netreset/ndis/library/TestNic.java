// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import netreset.ndis.AdapterContext;
import netreset.ndis.AddressingReset;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;

/** A miniport driver whose handlers a test replaces, and which keeps what it is given. */
class TestNic implements MiniportDriver<TestNic.Port> {
    private final Ndis ndis;

    final List<OidRequest> requests = new ArrayList<>();
    final List<NetBufferList> sends = new ArrayList<>();
    final List<NetBufferList> returned = new ArrayList<>();
    int resets;
    int checks;
    int checkForHangSeconds;
    boolean holdSends;
    Function<Port, NdisStatus> initialize = port -> NdisStatus.SUCCESS;
    BiFunction<Port, AddressingReset, NdisStatus> reset = (port, addressing) -> {
        addressing.set(false);
        return NdisStatus.SUCCESS;
    };
    Function<Port, Boolean> checkForHang = port -> false;
    BiFunction<Port, OidRequest, NdisStatus> oid = (port, request) -> NdisStatus.SUCCESS;
    BiFunction<Port, OidRequest, NdisStatus> synchronousOid = (port, request) -> NdisStatus.RESET_IN_PROGRESS;
    Function<Port, NdisStatus> pause = port -> NdisStatus.SUCCESS;
    Runnable cancel = () -> {};

    TestNic(Ndis ndis) {
        this.ndis = ndis;
    }

    /** What it keeps for an adapter. */
    static class Port implements AdapterContext {
        private final MiniportAdapterHandle handle;

        Port(MiniportAdapterHandle handle) {
            this.handle = handle;
        }

        @Override
        public MiniportAdapterHandle handle() {
            return handle;
        }
    }

    @Override
    public Ndis ndis() {
        return ndis;
    }

    @Override
    public Port newContext(MiniportAdapterHandle handle) {
        return new Port(handle);
    }

    @Override
    public NdisStatus MiniportInitializeEx(MiniportAdapterHandle handle) {
        Port port = newContext(handle);
        ndis.NdisMSetMiniportAttributes(
                handle, MiniportAttributes.of(port).withCheckForHangSeconds(checkForHangSeconds));
        return initialize.apply(port);
    }

    @Override
    public NdisStatus MiniportResetEx(Port port, AddressingReset addressing) {
        resets++;
        return reset.apply(port, addressing);
    }

    @Override
    public boolean MiniportCheckForHangEx(Port port) {
        checks++;
        return checkForHang.apply(port);
    }

    @Override
    public NdisStatus MiniportOidRequest(Port port, OidRequest request) {
        requests.add(request);
        return oid.apply(port, request);
    }

    @Override
    public NdisStatus MiniportSynchronousOidRequest(Port port, OidRequest request) {
        return synchronousOid.apply(port, request);
    }

    @Override
    public NdisStatus MiniportPause(Port port) {
        return pause.apply(port);
    }

    @Override
    public void MiniportSendNetBufferLists(Port port, NetBufferList lists, int portNumber, int flags) {
        for (NetBufferList list = lists; list != null; list = list.next()) {
            sends.add(list);
        }
        if (!holdSends) {
            MiniportDriver.super.MiniportSendNetBufferLists(port, lists, portNumber, flags);
        }
    }

    @Override
    public void MiniportCancelSend(Port port, Object cancelId) {
        cancel.run();
    }

    @Override
    public void MiniportCancelOidRequest(Port port, OidRequest request) {
        cancel.run();
    }

    @Override
    public void MiniportReturnNetBufferLists(Port port, NetBufferList lists, int flags) {
        returned.add(lists);
    }
}
