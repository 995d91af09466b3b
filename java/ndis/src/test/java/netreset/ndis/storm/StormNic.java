// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.List;
import java.util.Objects;
import netreset.ndis.AddressingReset;
import netreset.ndis.DevicePnPEvent;
import netreset.ndis.HaltAction;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.MiniportDriver;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.Steps;
import netreset.ndis.condis.CoNdis;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.rules.Knobs;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Randomness;
import netreset.ndis.storm.StormPort.Held;

/** A driver that keeps the contract and, within it, does anything. */
@SuppressWarnings("MemberName") // C's names
class StormNic implements MiniportDriver<StormPort> {
    private static final long STUCK_NANOS = 3_000_000_000L;
    private static final int HARDWARE_FAILURE = 0xC000138A;

    private final NdisLibrary ndis;
    private final CoNdis coNdis;
    private final Knobs knobs;
    private final Profile version;
    final Randomness dice;

    /** @param version the older one of the driver's and the model's */
    StormNic(NdisLibrary ndis, CoNdis coNdis, Knobs knobs, Profile version, Randomness dice) {
        this.ndis = ndis;
        this.coNdis = coNdis;
        this.knobs = knobs;
        this.version = version;
        this.dice = dice;
    }

    @Override
    public final NdisLibrary ndis() {
        return ndis;
    }

    public final CoNdis coNdis() {
        return coNdis;
    }

    Profile version() {
        return version;
    }

    // ---- coming and going

    @Override
    public StormPort newContext(MiniportAdapterHandle handle) {
        StormPort port = new StormPort(handle);
        timer(port, "wire", () -> wire(port));
        timer(port, "oid", () -> answerOne(port));
        timer(port, "reset", () -> complete(port));
        timer(port, "pause", () -> ndis.NdisMPauseComplete(handle));
        timer(port, "restart", () -> ndis.NdisMRestartComplete(handle, NdisStatus.SUCCESS));
        return port;
    }

    @Override
    public NdisStatus MiniportInitializeEx(MiniportAdapterHandle handle) {
        int flags =
                MiniportAttributes.HARDWARE_DEVICE | (dice.nextBoolean() ? MiniportAttributes.NO_PAUSE_ON_SUSPEND : 0);
        ndis.NdisMSetMiniportAttributes(
                handle,
                MiniportAttributes.of(newContext(handle))
                        .withCheckForHangSeconds(dice.below(6))
                        .withFlags(flags));
        return NdisStatus.SUCCESS;
    }

    final void timer(StormPort port, String name, Runnable function) {
        port.timers.put(
                name,
                ndis.NdisAllocateTimerObject(
                        port.handle(), name + " " + port.handle().name(), function));
    }

    final void set(StormPort port, String timer, long nanos) {
        ndis.NdisSetTimerObject(Objects.requireNonNull(port.timers.get(timer)), nanos, 0);
    }

    /** Mostly soon; now and then so late that NDIS can lose patience. */
    final long delay() {
        return switch (dice.below(8)) {
            case 0 -> 1 + dice.below(2_000_000_000) * 3L;
            case 1, 2 -> 1 + dice.below(100_000_000);
            default -> 1 + dice.below(1_000_000);
        };
    }

    @Override
    public void MiniportHaltEx(StormPort port, HaltAction action) {
        port.halted = true;
        port.timers.values().forEach(ndis::NdisCancelTimerObject);
    }

    @Override
    public void MiniportDevicePnPEventNotify(StormPort port, DevicePnPEvent event) {
        if (event == DevicePnPEvent.SURPRISE_REMOVED) {
            port.gone = true;
            drain(port);
        }
    }

    @Override
    public NdisStatus MiniportPause(StormPort port) {
        drainSends(port);
        return soonerOrLater(port, "pause");
    }

    @Override
    public NdisStatus MiniportRestart(StormPort port) {
        return soonerOrLater(port, "restart");
    }

    private NdisStatus soonerOrLater(StormPort port, String timer) {
        return switch (dice.below(3)) {
            case 0 -> NdisStatus.SUCCESS;
            case 1 -> ndis.script(new Steps().then(() -> {}).sleep(delay()));
            default -> {
                set(port, timer, delay());
                yield NdisStatus.PENDING;
            }
        };
    }

    // ---- sends

    @Override
    public void MiniportSendNetBufferLists(StormPort port, NetBufferList lists, int portNumber, int flags) {
        port.take(lists, null, ndis.nanoTime());
        taken(port);
    }

    final void taken(StormPort port) {
        if (port.gone || port.resetting || dice.below(3) == 0) {
            drainSends(port);
        } else {
            setWire(port);
        }
    }

    private void setWire(StormPort port) {
        if (!port.wireSet) {
            port.wireSet = true;
            set(port, "wire", delay());
        }
    }

    private void wire(StormPort port) {
        port.wireSet = false;
        int count = port.resetting ? 0 : 1 + dice.below(4);
        for (int i = 0; i < count && !port.ring.isEmpty(); i++) {
            back(port, port.ring.remove());
        }
        if (!port.ring.isEmpty()) {
            setWire(port);
        }
    }

    private void drainSends(StormPort port) {
        while (!port.ring.isEmpty()) {
            back(port, port.ring.remove());
        }
    }

    final void back(StormPort port, Held held) {
        NdisStatus aborted = held.vc() == null ? knobs.sendAbortStatus() : knobs.coSendAbortStatus();
        back(port, held, port.resetting ? aborted : NdisStatus.SUCCESS);
    }

    private void back(StormPort port, Held held, NdisStatus status) {
        held.list().status(port.gone ? NdisStatus.NOT_ACCEPTED : status);
        if (held.vc() == null) {
            ndis.NdisMSendNetBufferListsComplete(port.handle(), held.list(), 0);
        } else {
            coNdis.NdisMCoSendNetBufferListsComplete(held.vc(), held.list(), 0);
        }
    }

    @Override
    public void MiniportCancelSend(StormPort port, Object cancelId) {
        List<Held> cancelled = port.ring.stream()
                .filter(held -> cancelId.equals(held.list().cancelId()))
                .toList();
        for (Held held : cancelled) {
            if (port.ring.remove(held)) {
                back(port, held, NdisStatus.SEND_ABORTED);
            }
        }
    }

    // ---- requests

    @Override
    public NdisStatus MiniportOidRequest(StormPort port, OidRequest request) {
        if (request.oid() == Oid.PNP_SET_POWER) {
            drainSends(port);
        }
        if (port.gone || port.resetting) {
            return answer(port, request);
        }
        return switch (dice.below(6)) {
            case 0 -> {
                port.requests.add(request);
                set(port, "oid", delay());
                yield NdisStatus.PENDING;
            }
            case 1 -> {
                port.requests.add(request);
                yield ndis.script(new Steps()
                        .sleep(1 + dice.below(1000))
                        .then(() -> {})
                        .returns(() -> port.requests.remove(request) ? answer(port, request) : NdisStatus.PENDING));
            }
            case 2 -> {
                boolean succeeds = request.oid() == Oid.PNP_SET_POWER || Oid.mustSucceed(request.oid());
                yield succeeds ? NdisStatus.SUCCESS : NdisStatus.NOT_SUPPORTED;
            }
            default -> NdisStatus.SUCCESS;
        };
    }

    private static NdisStatus answer(StormPort port, OidRequest request) {
        boolean power = request.oid() == Oid.PNP_SET_POWER;
        if (port.gone || (power && port.resetting)) {
            return NdisStatus.NOT_ACCEPTED;
        }
        return port.resetting ? NdisStatus.REQUEST_ABORTED : NdisStatus.SUCCESS;
    }

    private void answerOne(StormPort port) {
        if (!port.requests.isEmpty()) {
            back(port, port.requests.remove());
        }
        if (!port.requests.isEmpty()) {
            set(port, "oid", delay());
        }
    }

    private void back(StormPort port, OidRequest request) {
        ndis.NdisMOidRequestComplete(port.handle(), request, answer(port, request));
    }

    @Override
    public void MiniportCancelOidRequest(StormPort port, OidRequest request) {
        if (port.requests.remove(request)) {
            NdisStatus status = port.gone ? NdisStatus.NOT_ACCEPTED : NdisStatus.REQUEST_ABORTED;
            ndis.NdisMOidRequestComplete(port.handle(), request, status);
        }
    }

    // ---- resets

    @Override
    public boolean MiniportCheckForHangEx(StormPort port) {
        return switch (dice.below(8)) {
            case 0 -> true;
            case 1 -> ndis.scriptAnswer(new Steps().then(() -> {}).answers(() -> isStuck(port)));
            default -> isStuck(port);
        };
    }

    private boolean isStuck(StormPort port) {
        Held oldest = port.ring.peek();
        return oldest != null && ndis.nanoTime() - oldest.since() >= STUCK_NANOS;
    }

    @Override
    public NdisStatus MiniportResetEx(StormPort port, AddressingReset addressing) {
        port.resetting = true;
        addressing.set(dice.nextBoolean());
        boolean early = knobs.toleratesEarlyComplete();
        return switch (dice.below(7)) {
            case 0 -> end(port);
            case 1 -> {
                drain(port);
                yield ndis.script(new Steps().then(() -> {}).then(() -> {}).returns(() -> end(port)));
            }
            case 2 -> early ? early(port) : end(port);
            case 3 -> {
                Steps steps = new Steps().then(() -> {}).then(() -> drain(port)).then(() -> {});
                yield ndis.script(steps.returns(() -> early ? early(port) : end(port)));
            }
            case 4 -> {
                NdisStatus result = result(port);
                ndis.thread(
                        "completes " + port.handle().name(),
                        level(),
                        new Steps().sleep(early ? dice.below(3) : 1_000_000).then(() -> complete(port, result)));
                yield NdisStatus.PENDING;
            }
            default -> {
                set(port, "reset", delay());
                yield NdisStatus.PENDING;
            }
        };
    }

    private int level() {
        return version.isAtLeast(Profile.NDIS_6_20) && dice.nextBoolean() ? Irql.PASSIVE : Irql.DISPATCH;
    }

    private NdisStatus result(StormPort port) {
        int kind = dice.below(8);
        if (kind > 1) {
            return NdisStatus.SUCCESS;
        }
        ndis.NdisWriteErrorLogEntry(port.handle(), HARDWARE_FAILURE, "trouble");
        return kind == 0 ? NdisStatus.SOFT_ERRORS : NdisStatus.HARD_ERRORS;
    }

    /** Ends it by the handler's result. */
    private NdisStatus end(StormPort port) {
        NdisStatus result = result(port);
        drainUnlessKept(port);
        port.resetting = false;
        return result;
    }

    /** Ends it before the handler has returned. */
    private NdisStatus early(StormPort port) {
        NdisStatus result = result(port);
        drainUnlessKept(port);
        tell(port, result);
        port.resetting = false;
        return NdisStatus.PENDING;
    }

    private void complete(StormPort port) {
        complete(port, result(port));
    }

    private void complete(StormPort port, NdisStatus result) {
        if (!port.halted) {
            drainUnlessKept(port);
            port.resetting = false;
            tell(port, result);
        }
    }

    private void tell(StormPort port, NdisStatus result) {
        int irql = ndis.NDIS_CURRENT_IRQL();
        if (!version.isAtLeast(Profile.NDIS_6_20)) {
            ndis.NDIS_RAISE_IRQL_TO_DISPATCH();
        }
        ndis.NdisMResetComplete(port.handle(), result, dice.nextBoolean());
        ndis.NDIS_LOWER_IRQL(irql);
    }

    private void drainUnlessKept(StormPort port) {
        if (knobs.workMustComplete(version) || dice.nextBoolean()) {
            drain(port);
        }
    }

    private void drain(StormPort port) {
        while (!port.ring.isEmpty() || !port.requests.isEmpty()) {
            drainSends(port);
            if (!port.requests.isEmpty()) {
                back(port, port.requests.remove());
            }
        }
    }
}
