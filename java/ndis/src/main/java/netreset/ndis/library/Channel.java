// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import org.jspecify.annotations.Nullable;

/** What connection-oriented sends go through: a VC. */
public interface Channel {
    String name();

    /** Why it takes no sends; {@code null} if it does. */
    @Nullable
    NdisStatus refusal();

    void toMiniport(NetBufferList lists, int flags);

    /** One list comes back to whoever sent it. */
    void back(NetBufferList list, int flags);

    /** How many lists the miniport has of it is this many more, or fewer. */
    void count(int change);
}
