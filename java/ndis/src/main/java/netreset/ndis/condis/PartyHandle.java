// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.NdisHandle;

/** One more party of a multipoint call, from NdisClAddParty until it is dropped. */
public final class PartyHandle extends NdisHandle {
    PartyHandle(String name, int index) {
        super(name, index, 0);
    }
}
