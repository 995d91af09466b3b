// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netreset.ndis.MediaConnectState;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.StatusIndication;
import netreset.ndis.condis.VcHandle;
import netreset.ndis.scenario.Occasion;
import netreset.ndis.scenario.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a scripted driver does, by calls of NDIS.
 *
 * @param list the send its handler is about; {@code null} if it is about none
 * @param request the OID request its handler is about; likewise
 */
record MiniportAct(
        Stage stage,
        ScriptedMiniport driver,
        ScriptedAdapter adapter,
        @Nullable NetBufferList list,
        @Nullable OidRequest request) {
    private static final int NANOS_PER_MICRO = 1000;

    void performAll(List<Step> steps) {
        steps.forEach(this::perform);
    }

    void perform(Step step) {
        if (step instanceof Step.CompleteSends sends) {
            completeSends(sends);
        } else if (step instanceof Step.CompleteRequests requests) {
            completeRequests(requests);
        } else if (step instanceof Step.CompleteNamed named) {
            completeNamed(named);
        } else if (step instanceof Step.Return returned) {
            returned(returned);
        } else if (step instanceof Step.Later later) {
            later(later);
        } else {
            call(step);
        }
    }

    private void call(Step step) {
        if (step instanceof Step.AskForReset) {
            ndis().NdisMResetMiniport(adapter.handle());
        } else if (step instanceof Step.CompleteReset complete) {
            adapter.resetting = complete.status().equals(NdisStatus.PENDING) && adapter.resetting;
            ndis().NdisMResetComplete(adapter.handle(), complete.status(), complete.addressingReset());
        } else if (step instanceof Step.Indicate indicate) {
            ndis().NdisMIndicateStatusEx(adapter.handle(), indication(indicate));
        } else if (step instanceof Step.LogError log) {
            ndis().NdisWriteErrorLogEntry(adapter.handle(), ErrorCode.number(log.code()), log.code());
        } else if (step instanceof Step.Stall stall) {
            ndis().NdisStallExecution((int) (stall.nanos() / NANOS_PER_MICRO));
        } else if (step instanceof Step.RemoveItself) {
            ndis().NdisMRemoveMiniport(adapter.handle());
        } else if (step instanceof Step.Receive receive) {
            receive(receive.count());
        } else if (step instanceof Step.Complete complete) {
            complete(complete);
        } else if (step instanceof Step.Lock lock) {
            lock(lock);
        } else if (step instanceof Step.Hardware hardware) {
            hardware(hardware.verb());
        }
    }

    private void hardware(Step.HardwareVerb verb) {
        String name = adapter.handle().name();
        switch (verb) {
            case LOSES_LINK -> stage.library.media(name, MediaConnectState.DISCONNECTED);
            case GETS_LINK -> stage.library.media(name, MediaConnectState.CONNECTED);
            case FORGETS_MAC -> adapter.device.forgetMac();
            case FORGETS_COALESCING_FILTERS -> adapter.device.forgetFilters();
            case KEEPS_MATCH_COUNTER -> adapter.device.countAgain();
            case INTERRUPTS, NEEDS_RESET, BEYOND_REPAIR -> throw new AssertionError("is for ready miniports");
        }
    }

    private Ndis ndis() {
        return stage.library;
    }

    private void lock(Step.Lock lock) {
        if (lock.take()) {
            ndis().NdisAcquireSpinLock(stage.lock(lock.name()));
        } else {
            ndis().NdisReleaseSpinLock(stage.lock(lock.name()));
        }
    }

    private StatusIndication indication(Step.Indicate indicate) {
        if (indicate.status().equals(NdisStatus.LINK_STATE)) {
            return StatusIndication.link(
                    adapter.handle(), indicate.up() ? MediaConnectState.CONNECTED : MediaConnectState.DISCONNECTED);
        }
        return StatusIndication.of(indicate.status(), adapter.handle());
    }

    /** What a handler returns ends the request that it is about, unless that is PENDING. */
    private void returned(Step.Return returned) {
        if (request != null && !returned.status().equals(NdisStatus.PENDING)) {
            adapter.requests.remove(request);
        }
    }

    private void later(Step.Later later) {
        List<Acts.Act> acts = new ArrayList<>();
        later.steps().forEach(step -> acts.add(new Acts.Act(step, this::perform)));
        String name = adapter.handle().name();
        stage.at(stage.simulation.now() + later.nanos(), stage.agent(later.runs(), name), new Acts(stage, acts));
    }

    private void receive(int count) {
        NetBufferList first = null;
        for (int i = 0; i < count; i++) {
            adapter.received++;
            NetBufferList list = new NetBufferList(adapter.handle().name() + "-rx" + stage.nextBuffer());
            list.next(first);
            first = list;
        }
        if (first != null) {
            ndis().NdisMIndicateReceiveNetBufferLists(adapter.handle(), first, 0, 0);
        }
    }

    private void complete(Step.Complete complete) {
        if (complete.occasion() == Occasion.PAUSE) {
            ndis().NdisMPauseComplete(adapter.handle());
        } else if (complete.occasion() == Occasion.RESTART) {
            ndis().NdisMRestartComplete(adapter.handle(), complete.status());
        } else if (complete.vc() != null && stage.isConnection(complete.vc())) {
            VcHandle vc = Objects.requireNonNull(stage.co().vc(complete.vc()));
            if (complete.occasion() == Occasion.ACTIVATE_VC) {
                stage.co().NdisMCoActivateVcComplete(complete.status(), vc);
            } else {
                stage.co().NdisMCoDeactivateVcComplete(complete.status(), vc);
            }
        }
    }

    private void completeSends(Step.CompleteSends sends) {
        if (sends.all()) {
            completeAllSends(sends.status());
        } else if (list != null) {
            completeSend(list, sends.status());
        }
    }

    private void completeRequests(Step.CompleteRequests requests) {
        if (requests.all()) {
            completeAllRequests(requests.status());
        } else if (request != null) {
            completeRequest(request, requests.status());
        }
    }

    private void completeNamed(Step.CompleteNamed named) {
        NetBufferList send = adapter.send(named.name());
        OidRequest asked = adapter.request(named.name());
        Stage.Issued issued = stage.issued(named.name());
        if (asked != null) {
            completeRequest(asked, named.status());
        } else if (send != null) {
            completeSend(send, named.status());
        } else if (issued != null) {
            completeRequest(issued.request(), named.status());
        } else {
            completeSend(stage.list(named.name()), named.status());
        }
    }

    void completeAllSends(NdisStatus status) {
        for (NetBufferList send : List.copyOf(adapter.sends)) {
            completeSend(send, status);
        }
    }

    void completeAllRequests(NdisStatus status) {
        for (OidRequest asked : List.copyOf(adapter.requests)) {
            completeRequest(asked, status);
        }
    }

    void completeSend(NetBufferList send, NdisStatus status) {
        adapter.sends.remove(send);
        send.status(status);
        VcHandle vc = adapter.connections.remove(send.name());
        if (vc != null) {
            stage.co().NdisMCoSendNetBufferListsComplete(vc, send, 0);
            return;
        }
        ndis().NdisMSendNetBufferListsComplete(adapter.handle(), send, 0);
    }

    void completeRequest(OidRequest asked, NdisStatus status) {
        adapter.requests.remove(asked);
        if (driver instanceof ScriptedCoMiniport) {
            stage.co().NdisMCoOidRequestComplete(adapter.handle(), asked, status);
            return;
        }
        ndis().NdisMOidRequestComplete(adapter.handle(), asked, status);
    }
}
