// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.Locale;
import netreset.ndis.BindingContext;
import netreset.ndis.BindingHandle;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetPnPEvent;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** One protocol's open of one adapter. */
public final class Binding implements Digestible {
    final Kernel kernel;
    final ProtocolDriver<BindingContext> protocol;
    final String protocolName;
    final BindingContext context;
    final AdapterBlock adapter;
    final BindingHandle handle;
    final String label;
    /** Its turn among the adapter's bindings when something is told to all. */
    final long turn;
    /** The reset it was opened in, which it isn't told of; 0 if none. */
    private int openedInReset;

    private final @Nullable ConnectionOriented co;

    int sends;
    int oids;
    /** It was told to pause, and not yet to go on. */
    boolean paused;

    boolean closing;
    boolean closed;
    /** Between RESET_START and RESET_END, as far as it was told. */
    private boolean resetting;

    Binding(
            Kernel kernel,
            ProtocolBlock protocol,
            BindingContext context,
            AdapterBlock adapter,
            BindingHandle handle,
            long turn) {
        this.kernel = kernel;
        this.protocol = protocol.driver;
        this.protocolName = protocol.name;
        this.context = context;
        this.adapter = adapter;
        this.handle = handle;
        this.label = "protocol " + handle.name();
        this.turn = turn;
        this.co = adapter.co != null && adapter.co.isCo(protocol.driver) ? adapter.co : null;
        this.openedInReset = adapter.reset.isAnnounced() ? adapter.reset.number() : 0;
    }

    public BindingHandle handle() {
        return handle;
    }

    public BindingContext context() {
        return context;
    }

    public AdapterBlock adapter() {
        return adapter;
    }

    public ProtocolDriver<BindingContext> protocol() {
        return protocol;
    }

    /** What events call it. */
    public String label() {
        return label;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Whether both it and the adapter are connection-oriented. */
    public boolean isConnectionOriented() {
        return co != null;
    }

    /** Whether it is in the middle of being told something. */
    boolean isBeingTold() {
        return co != null && co.isTelling(this);
    }

    /** Whether it is told of this later, or right now. */
    boolean isStillToBeTold(StatusIndication indication) {
        return co != null && co.isStillToTell(this, indication);
    }

    /** Whether it hears of this: all but the rest of a reset it didn't see the start of. */
    boolean isFor(StatusIndication indication) {
        BindingHandle destination = indication.destinationHandle();
        if (closed || (destination != null && destination != handle)) {
            return false;
        }
        NdisStatus code = indication.statusCode();
        return openedInReset == 0
                || openedInReset != adapter.reset.number()
                || !(code.equals(NdisStatus.RESET_START) || code.equals(NdisStatus.RESET_END));
    }

    void status(StatusIndication indication) {
        NdisStatus code = indication.statusCode();
        if (code.equals(NdisStatus.RESET_START)) {
            resetting = true;
        } else if (code.equals(NdisStatus.RESET_END)) {
            resetting = false;
        }
        if (co != null) {
            co.status(this, indication);
            return;
        }
        tell(indication, null);
        protocol.ProtocolStatusEx(context, indication);
        kernel.settle();
    }

    /** Makes the event of its being told. */
    public void tell(StatusIndication indication, @Nullable String vc) {
        if (kernel.log.isOn()) {
            kernel.log.event(
                    What.STATUS,
                    adapter.name,
                    "ndis",
                    label,
                    vc,
                    indication.statusCode(),
                    0,
                    null,
                    0,
                    text(indication),
                    false);
        }
    }

    static @Nullable String text(StatusIndication indication) {
        Object buffer = indication.statusBuffer();
        return buffer == null ? null : buffer.toString();
    }

    /** Tells it that the adapter is going to be paused, or runs again. */
    void pnp(NetPnPEvent event) {
        paused = event == NetPnPEvent.PAUSE;
        kernel.log.event(
                What.PNP_EVENT, adapter.name, "ndis", label, event.name().toLowerCase(Locale.ROOT));
        protocol.ProtocolNetPnPEvent(context, event);
        kernel.settle();
    }

    /** Whoever swallowed RESET_START for it is gone: it won't hear of the rest of this reset. */
    void skipResetUnlessTold() {
        if (!resetting) {
            openedInReset = adapter.reset.number();
        }
    }

    /** Remarks on a protocol that goes on although it was told to wait. */
    public void flagIfResetting(String what) {
        if (resetting) {
            kernel.violation(38, adapter.name, label + " " + what + " between RESET_START and RESET_END");
        }
    }

    /** A send or a request has come back: a close may have waited for that. */
    void returned() {
        if (closing && !closed && sends == 0 && oids == 0) {
            close();
            protocol.ProtocolCloseAdapterCompleteEx(context);
            kernel.settle();
        }
    }

    void close() {
        closed = true;
        adapter.bindings.remove(this);
        adapter.addressing.closed(this);
        kernel.log.event(What.UNBIND, adapter.name, "ndis", label, null);
    }

    @Override
    public void digest(Digest digest) {
        digest.add(label).add(sends, oids);
        digest.flags(paused, closing, resetting, openedInReset != 0 && openedInReset == adapter.reset.number());
        digest.add((Object) context);
    }
}
