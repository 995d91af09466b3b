// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import netreset.ndis.AdapterContext;
import netreset.ndis.AddressingReset;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;

/**
 * As the virtio NIC's driver does it: the check for hangs reports, once, that the device needs a reset; the reset switches the
 * device off and on; and if that doesn't help, the driver has its adapter removed, as an error alone leads to nothing.
 */
@SuppressWarnings("MemberName") // C's names
public record NetKvm(Ndis ndis) implements MiniportDriver<NetKvm.Nic> {
    private static final int PERIOD_SECONDS = 4;
    private static final int HARDWARE_FAILURE = 0xC000138A;

    public static MiniportCharacteristics characteristics() {
        return MiniportCharacteristics.of("netkvm").withCheckForHang(true);
    }

    /** One adapter. */
    public static final class Nic implements AdapterContext, Digestible {
        private final MiniportAdapterHandle handle;
        private boolean needsReset;
        private boolean broken;

        Nic(MiniportAdapterHandle handle) {
            this.handle = handle;
        }

        /**
         * The device wants to be reset.
         *
         * @param beyondRepair whether that won't help
         */
        public void needsReset(boolean beyondRepair) {
            needsReset = true;
            broken = beyondRepair;
        }

        @Override
        public MiniportAdapterHandle handle() {
            return handle;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(needsReset).add(broken);
        }
    }

    @Override
    public Nic newContext(MiniportAdapterHandle handle) {
        return new Nic(handle);
    }

    @Override
    public NdisStatus MiniportInitializeEx(MiniportAdapterHandle handle) {
        ndis.NdisMSetMiniportAttributes(
                handle, MiniportAttributes.of(newContext(handle)).withCheckForHangSeconds(PERIOD_SECONDS));
        return NdisStatus.SUCCESS;
    }

    @Override
    public boolean MiniportCheckForHangEx(Nic nic) {
        boolean hangs = nic.needsReset;
        nic.needsReset = false;
        return hangs;
    }

    @Override
    public NdisStatus MiniportResetEx(Nic nic, AddressingReset addressingReset) {
        addressingReset.set(false);
        if (!nic.broken) {
            return NdisStatus.SUCCESS;
        }
        ndis.NdisWriteErrorLogEntry(nic.handle, HARDWARE_FAILURE, "the device doesn't come back");
        ndis.NdisMRemoveMiniport(nic.handle);
        return NdisStatus.HARD_ERRORS;
    }
}
