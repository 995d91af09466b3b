// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import netreset.ndis.AdapterContext;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.TimerHandle;
import netreset.ndis.condis.VcContext;
import netreset.ndis.condis.VcHandle;
import org.jspecify.annotations.Nullable;

/** One adapter of a storm: what its driver holds and how it fares. */
final class StormPort implements AdapterContext {
    private final MiniportAdapterHandle handle;
    final ArrayDeque<Held> ring = new ArrayDeque<>();
    final ArrayDeque<OidRequest> requests = new ArrayDeque<>();
    final ArrayDeque<VcContext> activating = new ArrayDeque<>();
    final Map<String, TimerHandle> timers = new HashMap<>();
    boolean resetting;
    boolean gone;
    boolean halted;
    boolean wireSet;

    StormPort(MiniportAdapterHandle handle) {
        this.handle = handle;
    }

    /** A list on the wire. */
    record Held(NetBufferList list, @Nullable VcHandle vc, long since) {}

    @Override
    public MiniportAdapterHandle handle() {
        return handle;
    }

    /** Takes each out of its chain. */
    void take(NetBufferList lists, @Nullable VcHandle vc, long now) {
        NetBufferList list = lists;
        while (list != null) {
            NetBufferList following = list.next();
            list.next(null);
            ring.add(new Held(list, vc, now));
            list = following;
        }
    }

    /** The oldest on a VC, out of the ring; {@code null} if there is none. */
    @Nullable
    Held nextOn(VcHandle vc) {
        for (Iterator<Held> each = ring.iterator(); each.hasNext(); ) {
            Held held = each.next();
            if (held.vc() == vc) {
                each.remove();
                return held;
            }
        }
        return null;
    }
}
