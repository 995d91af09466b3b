// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import java.util.function.Consumer;
import netreset.Reason;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ndis.AdapterContext;
import netreset.ndis.AddressingReset;
import netreset.ndis.Irql;
import netreset.ndis.MediaConnectState;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportDriver;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.StatusIndication;
import netreset.ndis.Steps;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.realtime.RealTimeLoop;
import netreset.ndis.trace.What;

/**
 * A miniport driver whose hardware is reset by a call that blocks. MiniportResetEx returns PENDING; the call is made on a
 * thread of its own, and what comes of it is brought back to the loop, where NdisMResetComplete is called. The kernel
 * programs a NIC's filters and addresses again by itself, so nothing is left for NDIS to restore.
 */
@SuppressWarnings("MemberName") // C's names
final class HardwareMiniport implements MiniportDriver<HardwareMiniport.Adapter> {
    /** EVENT_NDIS_RESET_FAILURE_ERROR and EVENT_NDIS_RESET_FAILURE_CORRECTION, netevent.h. */
    private static final int RESET_FAILED = 0x800013A8;

    private static final int RESET_FAILED_IN_PART = 0x800013AA;

    private final NdisLibrary ndis;
    private final RealTimeLoop loop;
    private final Hardware hardware;
    private final ResetListener listener;
    private final Consumer<HardwareResult> done;

    /**
     * @param listener hears what happens to the hardware, besides
     * @param done told of each reset of the hardware, on the loop's thread, before NdisMResetComplete
     */
    HardwareMiniport(
            NdisLibrary ndis,
            RealTimeLoop loop,
            Hardware hardware,
            ResetListener listener,
            Consumer<HardwareResult> done) {
        this.ndis = ndis;
        this.loop = loop;
        this.hardware = hardware;
        this.listener = listener;
        this.done = done;
    }

    /** There is one adapter. */
    record Adapter(MiniportAdapterHandle handle) implements AdapterContext {}

    @Override
    public NdisLibrary ndis() {
        return ndis;
    }

    @Override
    public Adapter newContext(MiniportAdapterHandle handle) {
        return new Adapter(handle);
    }

    /** No frame passes through the model, so none is said to have been sent. */
    @Override
    public void MiniportSendNetBufferLists(Adapter adapter, NetBufferList lists, int portNumber, int flags) {
        for (NetBufferList list = lists; list != null; list = list.next()) {
            list.status(NdisStatus.NOT_SUPPORTED);
        }
        ndis.NdisMSendNetBufferListsComplete(adapter.handle(), lists, 0);
    }

    @Override
    public NdisStatus MiniportResetEx(Adapter adapter, AddressingReset addressingReset) {
        addressingReset.set(false);
        Thread caller =
                new Thread(() -> reset(adapter), "netreset-" + adapter.handle().name());
        caller.setDaemon(true);
        caller.start();
        return NdisStatus.PENDING;
    }

    /** Blocks. */
    private void reset(Adapter adapter) {
        HardwareResult result;
        try {
            result = new HardwareResult(
                    hardware.reset(event -> {
                        listener.onEvent(event);
                        loop.post(() -> happened(adapter, event));
                    }),
                    null);
        } catch (ResetException e) {
            result = new HardwareResult(null, e);
        } catch (RuntimeException | Error e) {
            result =
                    new HardwareResult(null, new ResetException(Reason.DEFECT, "netreset has a defect: " + e, null, e));
        }
        HardwareResult known = result;
        loop.post(() -> complete(adapter, known));
    }

    private void happened(Adapter adapter, ResetEvent event) {
        step(() -> {
            device(adapter, event.text());
            if (event.what() == ResetEvent.What.LINK_LOST) {
                link(adapter, MediaConnectState.DISCONNECTED);
            } else if (event.what() == ResetEvent.What.LINK_BACK) {
                link(adapter, MediaConnectState.CONNECTED);
            }
        });
    }

    private void complete(Adapter adapter, HardwareResult result) {
        step(() -> {
            device(adapter, result.text());
            done.accept(result);
            NdisStatus status = result.status();
            if (!status.equals(NdisStatus.SUCCESS)) {
                int code = status.equals(NdisStatus.SOFT_ERRORS) ? RESET_FAILED_IN_PART : RESET_FAILED;
                ndis.NdisWriteErrorLogEntry(adapter.handle(), code, result.text());
            }
            ndis.NdisMResetComplete(adapter.handle(), status, false);
            if (result.isGone()) {
                ndis.surpriseRemove(adapter.handle().name());
            }
        });
    }

    /** As the thread that waited for the kernel would do it. */
    private void step(Runnable action) {
        ndis.thread("kernel", Irql.PASSIVE, new Steps().then(action));
    }

    private void link(Adapter adapter, MediaConnectState state) {
        ndis.media(adapter.handle().name(), state);
        ndis.NdisMIndicateStatusEx(adapter.handle(), StatusIndication.link(adapter.handle(), state));
    }

    private void device(Adapter adapter, String text) {
        ndis.recorder()
                .event(
                        What.DEVICE,
                        adapter.handle().name(),
                        "hardware " + hardware.name(),
                        "miniport " + adapter.handle().name(),
                        null,
                        null,
                        0,
                        null,
                        0,
                        text,
                        hardware.isReal());
    }
}
