// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.AddressingReset;
import netreset.ndis.DevicePnPEvent;
import netreset.ndis.HaltAction;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.Steps;
import netreset.ndis.rules.Profile;
import netreset.ndis.scenario.Declaration;
import netreset.ndis.scenario.Handler;
import netreset.ndis.scenario.Occasion;
import netreset.ndis.scenario.Step;
import netreset.ndis.scenario.Traits;
import org.jspecify.annotations.Nullable;

/** A miniport driver that does what a scenario says, and behaves well where it says nothing. It has one adapter. */
@SuppressWarnings("MemberName") // C's names
class ScriptedMiniport implements MiniportDriver<ScriptedAdapter> {
    final Declaration.Miniport says;
    final Stage stage;
    private @Nullable ScriptedAdapter adapter;

    ScriptedMiniport(Stage stage, Declaration.Miniport says) {
        this.stage = stage;
        this.says = says;
    }

    MiniportCharacteristics characteristics(Profile profile) {
        Traits traits = says.traits();
        return MiniportCharacteristics.of(says.name())
                .withVersion(traits.version() == null ? profile : traits.version())
                .withReset(traits.resetHandler())
                .withCheckForHang(traits.hangHandler())
                .withCondis(traits.connectionOriented());
    }

    /** What sends that a reset aborts end with. */
    NdisStatus sendAbortStatus() {
        return NdisStatus.RESET_IN_PROGRESS;
    }

    /** What the driver keeps; {@code null} before it is initialised. */
    @Nullable
    ScriptedAdapter adapter() {
        return adapter;
    }

    @Override
    public Ndis ndis() {
        return stage.library;
    }

    @Override
    public ScriptedAdapter newContext(MiniportAdapterHandle handle) {
        Traits traits = says.traits();
        return new ScriptedAdapter(
                handle, new Duties(says.handlers()), new Device(traits.mac(), traits.coalescingFilters()));
    }

    @Override
    public NdisStatus MiniportInitializeEx(MiniportAdapterHandle handle) {
        ScriptedAdapter made = newContext(handle);
        adapter = made;
        if (says.traits().attributes()) {
            ndis().NdisMSetMiniportAttributes(
                            handle,
                            MiniportAttributes.of(made)
                                    .withCheckForHangSeconds(says.traits().hangSeconds()));
        }
        Handler handler = made.duties.next(Occasion.INITIALIZE);
        List<Step> steps = handler == null ? List.of() : handler.steps();
        if (says.traits().initializeNanos() == 0 && handler == null) {
            return NdisStatus.SUCCESS;
        }
        HandlerScript script = new HandlerScript(stage, steps, act(made, null, null)::perform);
        Steps slow = new Steps().sleep(says.traits().initializeNanos());
        for (int i = 0; i < steps.size(); i++) {
            slow.when(script::isReady, () -> script.step(ndis()));
        }
        return ndis().script(slow.returns(script::result));
    }

    @Override
    public void MiniportHaltEx(ScriptedAdapter context, HaltAction action) {
        perform(context, context.duties.next(Occasion.HALT));
        context.removed = true;
    }

    @Override
    public NdisStatus MiniportPause(ScriptedAdapter context) {
        context.paused = true;
        Handler handler = context.duties.next(Occasion.PAUSE);
        if (handler != null) {
            return script(context, handler, null, null);
        }
        act(context, null, null).completeAllSends(NdisStatus.PAUSED);
        return NdisStatus.SUCCESS;
    }

    @Override
    public NdisStatus MiniportRestart(ScriptedAdapter context) {
        Handler handler = context.duties.next(Occasion.RESTART);
        context.paused = false;
        return handler == null ? NdisStatus.SUCCESS : script(context, handler, null, null);
    }

    @Override
    public void MiniportShutdownEx(ScriptedAdapter context) {
        perform(context, context.duties.next(Occasion.SHUTDOWN));
    }

    @Override
    public void MiniportDevicePnPEventNotify(ScriptedAdapter context, DevicePnPEvent event) {
        if (event == DevicePnPEvent.SURPRISE_REMOVED) {
            context.removed = true;
            Handler handler = context.duties.next(Occasion.SURPRISE_REMOVAL);
            if (handler == null) {
                act(context, null, null).completeAllSends(NdisStatus.NOT_ACCEPTED);
                act(context, null, null).completeAllRequests(NdisStatus.NOT_ACCEPTED);
            } else {
                perform(context, handler);
            }
        }
    }

    @Override
    public NdisStatus MiniportOidRequest(ScriptedAdapter context, OidRequest request) {
        String oid = String.format("0x%08X", request.oid());
        Handler handler = context.duties.next(Occasion.REQUEST, request.name(), oid);
        context.requests.add(request);
        if (stage.held.containsKey(request.name())) {
            return NdisStatus.PENDING;
        }
        if (handler != null) {
            return script(context, handler, null, request);
        }
        context.requests.remove(request);
        boolean refused = context.removed || (context.resetting && request.oid() == Oid.PNP_SET_POWER);
        return refused ? NdisStatus.NOT_ACCEPTED : NdisStatus.SUCCESS;
    }

    @Override
    public void MiniportCancelOidRequest(ScriptedAdapter context, OidRequest request) {
        Handler handler = context.duties.next(Occasion.CANCEL_REQUEST, request.name());
        if (handler != null) {
            script(context, handler, null, request);
        } else if (context.requests.contains(request)) {
            act(context, null, request).completeRequest(request, NdisStatus.REQUEST_ABORTED);
        }
    }

    @Override
    public void MiniportSendNetBufferLists(ScriptedAdapter context, NetBufferList lists, int portNumber, int flags) {
        for (NetBufferList list : unchained(lists)) {
            context.sends.add(list);
            Handler handler = context.duties.next(Occasion.SEND, list.name());
            if (stage.held.containsKey(list.name())) {
                stage.held.remove(list.name());
            } else if (handler != null) {
                act(context, list, null).performAll(handler.steps());
            } else {
                act(context, list, null).completeSend(list, statusOfSend(context));
            }
        }
    }

    /** A driver's own refusals in the order in which drivers in the field make them: resetting, then paused. */
    private static NdisStatus statusOfSend(ScriptedAdapter context) {
        if (context.removed) {
            return NdisStatus.NOT_ACCEPTED;
        }
        if (context.resetting) {
            return NdisStatus.RESET_IN_PROGRESS;
        }
        return context.paused ? NdisStatus.PAUSED : NdisStatus.SUCCESS;
    }

    @Override
    public void MiniportCancelSend(ScriptedAdapter context, Object cancelId) {
        NetBufferList list = context.send(cancelId.toString());
        Handler handler = context.duties.next(Occasion.CANCEL_SEND, cancelId.toString());
        if (list == null) {
            return;
        }
        if (handler != null) {
            act(context, list, null).performAll(handler.steps());
        } else {
            act(context, list, null).completeSend(list, NdisStatus.SEND_ABORTED);
        }
    }

    @Override
    public void MiniportReturnNetBufferLists(ScriptedAdapter context, NetBufferList lists, int flags) {
        for (NetBufferList list : unchained(lists)) {
            context.received--;
            perform(context, context.duties.next(Occasion.RETURN, list.name()));
        }
    }

    @Override
    public NdisStatus MiniportResetEx(ScriptedAdapter context, AddressingReset addressingReset) {
        addressingReset.set(false);
        context.resetting = true;
        context.device.reset();
        Handler handler = context.duties.next(Occasion.RESET);
        if (handler == null) {
            act(context, null, null).completeAllSends(sendAbortStatus());
            act(context, null, null).completeAllRequests(NdisStatus.REQUEST_ABORTED);
            context.resetting = false;
            return NdisStatus.SUCCESS;
        }
        return ndis().script(
                        new HandlerScript(stage, handler.steps(), step -> resetStep(context, addressingReset, step)));
    }

    private void resetStep(ScriptedAdapter context, AddressingReset addressingReset, Step step) {
        if (step instanceof Step.Return returned) {
            addressingReset.set(returned.addressingReset());
            if (!returned.status().equals(NdisStatus.PENDING)) {
                context.resetting = false;
            }
        } else {
            act(context, null, null).perform(step);
        }
    }

    @Override
    public boolean MiniportCheckForHangEx(ScriptedAdapter context) {
        Handler handler = context.duties.next(Occasion.HANG_CHECK);
        if (handler == null) {
            return false;
        }
        boolean hung = false;
        for (Step step : handler.steps()) {
            if (step instanceof Step.Answer answer) {
                int call = context.duties.calls(Occasion.HANG_CHECK, null);
                hung = answer.hung().get(Math.min(call, answer.hung().size()) - 1);
            } else {
                act(context, null, null).perform(step);
            }
        }
        return hung;
    }

    NdisStatus script(
            ScriptedAdapter context, Handler handler, @Nullable NetBufferList list, @Nullable OidRequest request) {
        MiniportAct act = act(context, list, request);
        return ndis().script(new HandlerScript(stage, handler.steps(), act::perform));
    }

    void perform(ScriptedAdapter context, @Nullable Handler handler) {
        if (handler != null) {
            act(context, null, null).performAll(handler.steps());
        }
    }

    MiniportAct act(ScriptedAdapter context, @Nullable NetBufferList list, @Nullable OidRequest request) {
        return new MiniportAct(stage, this, context, list, request);
    }

    /** The lists of a chain, each on its own. */
    static List<NetBufferList> unchained(NetBufferList lists) {
        List<NetBufferList> all = new ArrayList<>();
        for (NetBufferList list = lists;
                list != null;
                list = all.get(all.size() - 1).next()) {
            all.add(list);
        }
        all.forEach(list -> list.next(null));
        return all;
    }
}
