// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A means of resetting a NIC. */
public enum Method {
    /** ETHTOOL_NWAY_RST: autonegotiation starts anew. No reset. */
    NWAY("nway", Rung.R0),
    /** RTM_SETLINK: off, and on again. */
    LINK("link", Rung.R1),
    /** ETHTOOL_RESET. */
    ETHTOOL("ethtool", Rung.R2),
    /** devlink: recovery of those health reporters that are in error. */
    HEALTH("devlink-health", Rung.R3),
    /** devlink: reload with driver_reinit. */
    REINIT("devlink-reinit", Rung.R4),
    /** devlink: reload with fw_activate. */
    FIRMWARE("devlink-fw", Rung.R5),
    /** Likewise with the limit no_reset: firmware is changed alive, and nothing is reset. */
    FIRMWARE_LIVE("devlink-fw-live", Rung.R5),
    /** sysfs: reset of the PCI function. */
    PCI("pci", Rung.R6),
    /** USBDEVFS_RESET: reset of the USB device's port. */
    USB("usb", Rung.R6),
    /** sysfs: unbind and bind. */
    REBIND("rebind", Rung.R7),
    /** sysfs: remove and rescan. */
    REMOVE("remove", Rung.R8);

    private final String word;
    private final Rung rung;

    Method(String word, Rung rung) {
        this.word = word;
        this.rung = rung;
    }

    /** Its name in commands and reports. */
    public String word() {
        return word;
    }

    /** How far it reaches at least. */
    public Rung rung() {
        return rung;
    }

    /**
     * The one called so.
     *
     * @throws IllegalArgumentException if none is
     */
    public static Method of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + Printable.brief(word)
                        + "' is no method: there are "
                        + Arrays.stream(values()).map(Method::word).collect(Collectors.joining(" "))));
    }
}
