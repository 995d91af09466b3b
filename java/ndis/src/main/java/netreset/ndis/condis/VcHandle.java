// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.NdisHandle;

/** A virtual connection, from NdisCoCreateVc until NdisCoDeleteVc: no activation, call or reset ends it. */
public final class VcHandle extends NdisHandle {
    VcHandle(String name, int index) {
        super(name, index, 0);
    }
}
