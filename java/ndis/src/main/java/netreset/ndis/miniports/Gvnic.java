// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import netreset.ndis.AdapterContext;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;

/**
 * As Google's virtual NIC does it: it asks for a reset when its device says so in an interrupt, and has neither a reset
 * handler nor a check for hangs.
 */
@SuppressWarnings("MemberName") // C's names
public record Gvnic(Ndis ndis) implements MiniportDriver<Gvnic.Nic> {

    public static MiniportCharacteristics characteristics() {
        return MiniportCharacteristics.of("gvnic").withReset(false);
    }

    /** One adapter. */
    public static final class Nic implements AdapterContext, Digestible {
        private final MiniportAdapterHandle handle;
        private boolean resetBit;

        Nic(MiniportAdapterHandle handle) {
            this.handle = handle;
        }

        /** The device sets its status bit; its interrupt comes next. */
        public void needsReset() {
            resetBit = true;
        }

        @Override
        public MiniportAdapterHandle handle() {
            return handle;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(resetBit);
        }
    }

    @Override
    public Nic newContext(MiniportAdapterHandle handle) {
        ndis.NdisMRegisterInterruptEx(handle);
        return new Nic(handle);
    }

    @Override
    public void MiniportInterruptDPC(Nic nic) {
        if (nic.resetBit) {
            nic.resetBit = false;
            ndis.NdisMResetMiniport(nic.handle);
        }
    }
}
