// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.util.List;
import java.util.stream.Collectors;
import netreset.linux.abi.IfLink;
import netreset.linux.netlink.OperState;
import netreset.linux.state.LinkFacts;
import netreset.linux.state.Tables;

/**
 * Whether a bond or team goes on working without one of its ports.
 *
 * @param isProven another port works, and so does the whole
 * @param state how whole and other ports are, for a person
 */
record Redundancy(boolean isProven, String state) {
    /** {@code BOND_LINK_UP} (include/net/bonding.h); the kernel has it in no header for programs. */
    private static final int BOND_LINK_UP = 0;

    /** {@code BOND_MODE_8023AD} (linux/if_bonding.h). */
    private static final int BOND_MODE_8023AD = 4;

    static Redundancy of(LinkFacts port, LinkFacts master, Tables tables) {
        boolean shares = master.kind().equals("bond") || master.kind().equals("team");
        List<LinkFacts> others = tables.links().stream()
                .filter(link -> link.masterIndex() == master.index() && link.index() != port.index())
                .toList();
        boolean proven = shares
                && master.isUp()
                && master.operState() == OperState.UP
                && others.stream().anyMatch(other -> works(other, master));
        return new Redundancy(proven, state(master, others));
    }

    /** Admin state, carrier, and for a bond what the bond itself thinks of its port. */
    private static boolean works(LinkFacts port, LinkFacts master) {
        if (!port.isUp() || !port.isLowerUp()) {
            return false;
        }
        if (!master.kind().equals("bond")) {
            return true;
        }
        int monitored = port.slaveData().u8(IfLink.IFLA_BOND_SLAVE_MII_STATUS, BOND_LINK_UP);
        return monitored == BOND_LINK_UP && aggregates(port, master);
    }

    /** With 802.3ad only the ports of one group carry traffic. */
    private static boolean aggregates(LinkFacts port, LinkFacts bond) {
        if (bond.data().u8(IfLink.IFLA_BOND_MODE, -1) != BOND_MODE_8023AD) {
            return true;
        }
        int inUse = bond.data().nested(IfLink.IFLA_BOND_AD_INFO).u16(IfLink.IFLA_BOND_AD_INFO_AGGREGATOR, -1);
        return inUse >= 0 && inUse == port.slaveData().u16(IfLink.IFLA_BOND_SLAVE_AD_AGGREGATOR_ID, -2);
    }

    private static String state(LinkFacts master, List<LinkFacts> others) {
        String ports = others.stream()
                .map(other -> other.name() + " " + (works(other, master) ? "works" : "doesn't work"))
                .collect(Collectors.joining(", "));
        return master.name() + " is " + (master.operState() == OperState.UP ? "up" : "not up")
                + (ports.isEmpty() ? " and has no other port" : ", " + ports);
    }
}
