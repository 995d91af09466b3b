// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import netreset.Rung;

/** What speaks against resetting a NIC. Each is overridden by its own code and by nothing else. */
public enum Danger {
    /** A default route leads through it. */
    DEFAULT_ROUTE("default-route"),
    /** The ssh session that netreset runs in comes through it. */
    SSH_SESSION("ssh-session"),
    /** Another TCP connection of netreset or of a process above it goes through it. */
    CONTROL_CONNECTION("control-connection"),
    /** It is the only port of a bond that works. */
    BOND_MEMBER("bond-member"),
    /** It is the only port of a team that works. */
    TEAM_MEMBER("team-member"),
    /** It is a port of a bridge. */
    BRIDGE_PORT("bridge-port"),
    /** It is a port of an Open vSwitch. */
    OVS_PORT("ovs-port"),
    /** It belongs to a master of another kind. */
    OTHER_MASTER("other-master"),
    /** VLANs or the like are on it. */
    UPPER_DEVICES("upper-devices"),
    /** It has virtual functions. */
    VIRTUAL_FUNCTIONS("virtual-functions"),
    /** It, or one of its virtual functions, was given to a guest or a program. */
    VFIO("vfio"),
    /** An XDP program is attached. */
    XDP("xdp"),
    /** AF_XDP sockets are bound to it. */
    AF_XDP("af-xdp"),
    /** It does RDMA too. */
    RDMA("rdma"),
    /** The root file system comes through it. */
    STORAGE_ROOT("storage-root"),
    /** It is in another network namespace than netreset. */
    OTHER_NAMESPACE("other-namespace"),
    /** The act reaches other functions of the same chip. */
    SHARED_CHIP("shared-chip"),
    /** It is the loopback interface. */
    LOOPBACK("loopback"),
    /** No hardware stands behind it. */
    VIRTUAL("virtual"),
    /** It is a radio. */
    WIFI("wifi");

    /** From here on a driver, its device or its bus is what is acted on, which lives in no network namespace. */
    private static final Rung FIRST_OUTSIDE_NAMESPACE = Rung.R4;

    private final String code;

    Danger(String code) {
        this.code = code;
    }

    /** The word that overrides it. */
    public String code() {
        return code;
    }

    /** Whether it speaks against such an act. Even the mildest interrupts the link, and the link may not come back. */
    boolean speaksAgainst(Act act) {
        return switch (this) {
            case OTHER_NAMESPACE -> act.rung().compareTo(FIRST_OUTSIDE_NAMESPACE) >= 0;
            case SHARED_CHIP -> act.wholeChip();
            default -> true;
        };
    }
}
