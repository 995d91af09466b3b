// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import netreset.ndis.rules.Profile;

/**
 * What a miniport driver registers, apart from its handlers: NDIS_MINIPORT_DRIVER_CHARACTERISTICS. Some handlers are
 * optional there by a null pointer; here, by a flag.
 *
 * @param version the version of NDIS the driver was written for; the contract is the older one of this and the model's
 * @param resetHandler whether MiniportResetEx is registered
 * @param checkForHangHandler whether MiniportCheckForHangEx is registered
 * @param condis whether it has connection-oriented handlers
 * @param intermediate whether it is the miniport edge of an intermediate driver
 */
public record MiniportCharacteristics(
        String name,
        Profile version,
        boolean resetHandler,
        boolean checkForHangHandler,
        boolean condis,
        boolean intermediate) {

    /** A driver of today with a reset handler and without a check for hangs. */
    public static MiniportCharacteristics of(String name) {
        return new MiniportCharacteristics(name, Profile.NDIS_6_83, true, false, false, false);
    }

    public MiniportCharacteristics withVersion(Profile other) {
        return new MiniportCharacteristics(name, other, resetHandler, checkForHangHandler, condis, intermediate);
    }

    public MiniportCharacteristics withReset(boolean registered) {
        return new MiniportCharacteristics(name, version, registered, checkForHangHandler, condis, intermediate);
    }

    public MiniportCharacteristics withCheckForHang(boolean registered) {
        return new MiniportCharacteristics(name, version, resetHandler, registered, condis, intermediate);
    }

    public MiniportCharacteristics withCondis(boolean connectionOriented) {
        return new MiniportCharacteristics(
                name, version, resetHandler, checkForHangHandler, connectionOriented, intermediate);
    }

    public MiniportCharacteristics withIntermediate(boolean virtual) {
        return new MiniportCharacteristics(name, version, resetHandler, checkForHangHandler, condis, virtual);
    }
}
