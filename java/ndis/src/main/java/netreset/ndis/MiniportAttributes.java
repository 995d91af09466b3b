// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/**
 * What MiniportInitializeEx tells of its adapter with NdisMSetMiniportAttributes: the registration attributes.
 *
 * @param miniportAdapterContext the driver's own object, which every callback gets
 * @param checkForHangTimeInSeconds how often to check for hangs; 0 for the default of 2
 * @param flags of {@code NDIS_MINIPORT_ATTRIBUTES_*}; see the constants
 */
public record MiniportAttributes(AdapterContext miniportAdapterContext, int checkForHangTimeInSeconds, int flags) {

    public static final int HARDWARE_DEVICE = 0x00000001;
    public static final int NDIS_WDM = 0x00000002;
    public static final int SURPRISE_REMOVE_OK = 0x00000004;
    public static final int NOT_CO_NDIS = 0x00000008;
    public static final int DO_NOT_BIND_TO_ALL_CO = 0x00000010;
    public static final int NO_HALT_ON_SUSPEND = 0x00000020;
    public static final int BUS_MASTER = 0x00000040;
    public static final int CONTROLS_DEFAULT_PORT = 0x00000080;
    public static final int NO_PAUSE_ON_SUSPEND = 0x00000100;
    public static final int REGISTER_BUGCHECK_CALLBACK = 0x00000400;

    /** For a hardware device, with the default period. */
    public static MiniportAttributes of(AdapterContext context) {
        return new MiniportAttributes(context, 0, HARDWARE_DEVICE);
    }

    public MiniportAttributes withCheckForHangSeconds(int seconds) {
        return new MiniportAttributes(miniportAdapterContext, seconds, flags);
    }

    public MiniportAttributes withFlags(int others) {
        return new MiniportAttributes(miniportAdapterContext, checkForHangTimeInSeconds, others);
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
