// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.NdisHandle;

/** A client's open of an address family, from NdisClOpenAddressFamilyEx until it is closed; a reset changes nothing about it. */
public final class AfHandle extends NdisHandle {
    AfHandle(String name, int index) {
        super(name, index, 0);
    }
}
