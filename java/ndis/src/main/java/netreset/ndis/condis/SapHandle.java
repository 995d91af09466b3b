// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.NdisHandle;

/** A service access point a client listens at, from NdisClRegisterSap until it is deregistered, resets or not. */
public final class SapHandle extends NdisHandle {
    SapHandle(String name, int index) {
        super(name, index, 0);
    }
}
