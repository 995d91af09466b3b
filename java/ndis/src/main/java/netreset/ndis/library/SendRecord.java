// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.NetBufferList;
import org.jspecify.annotations.Nullable;

/** NDIS's notes on a net buffer list; kept with it, and used again with each send. */
final class SendRecord {
    @Nullable
    Binding binding;

    /** The VC it is sent on; {@code null} if it is connectionless. */
    @Nullable
    Channel channel;

    Place place = Place.BACK;
    int resetNumber;
    boolean duringReset;
    boolean cancelled;
    /** Whether the miniport knew already that its device is gone. */
    boolean afterRemoval;

    int ticks;

    /** The ones before and after it in the miniport. */
    @Nullable
    NetBufferList earlier;

    @Nullable
    NetBufferList later;

    /** Where it is. */
    enum Place {
        /** With filters, on its way down or up. */
        ABOVE,
        MINIPORT,
        /** Back with whoever sent it. */
        BACK
    }
}
