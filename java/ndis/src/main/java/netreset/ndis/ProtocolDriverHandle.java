// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** A registered protocol driver: NdisRegisterProtocolDriver. */
public final class ProtocolDriverHandle extends NdisHandle {
    public ProtocolDriverHandle(String name, int index, int generation) {
        super(name, index, generation);
    }
}
