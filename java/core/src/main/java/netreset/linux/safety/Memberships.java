// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.util.stream.Collectors;
import netreset.linux.state.LinkFacts;

/** What a NIC is part of, what is on it, and whether it is hardware at all. */
final class Memberships {
    private Memberships() {}

    static void look(Reach reach, Findings findings) {
        LinkFacts nic = reach.nic();
        LinkFacts master = reach.tables().link(nic.masterIndex());
        if (master != null) {
            lookAt(nic, master, reach, findings);
        } else if (nic.masterIndex() != 0) {
            findings.add(Danger.OTHER_MASTER, "it belongs to a master that this namespace doesn't show");
        }
        String above = reach.tables().links().stream()
                .filter(upper -> upper.lowerIndex() == nic.index())
                .map(upper -> upper.name() + (upper.kind().isEmpty() ? "" : " (" + upper.kind() + ")"))
                .collect(Collectors.joining(", "));
        if (!above.isEmpty()) {
            findings.add(Danger.UPPER_DEVICES, "other interfaces are on it and stop with it: " + above);
        }
        if (nic.isLoopback()) {
            findings.add(Danger.LOOPBACK, "it is the loopback interface: nothing on this machine works without it");
        }
        if (nic.xdpProgram() != 0) {
            String number = nic.xdpProgram() > 0 ? " " + nic.xdpProgram() : "";
            findings.add(Danger.XDP, "the XDP program" + number + " is attached to it and may be lost");
        }
    }

    private static void lookAt(LinkFacts nic, LinkFacts master, Reach reach, Findings findings) {
        switch (kind(nic, master)) {
            case "bond" -> lookAtShare(Danger.BOND_MEMBER, nic, master, reach, findings);
            case "team" -> lookAtShare(Danger.TEAM_MEMBER, nic, master, reach, findings);
            case "bridge" ->
                findings.add(
                        Danger.BRIDGE_PORT,
                        "it is a port of the bridge " + master.name() + ", which loses it for the time");
            case "openvswitch" ->
                findings.add(Danger.OVS_PORT, "it is a port of an Open vSwitch, which loses it for the time");
            default -> findings.add(Danger.OTHER_MASTER, "it belongs to " + master.name() + suffix(master));
        }
    }

    /** What the port says it is a port of; what the master says it is, if the port says nothing. */
    private static String kind(LinkFacts nic, LinkFacts master) {
        return nic.slaveKind().isEmpty() ? master.kind() : nic.slaveKind();
    }

    private static String suffix(LinkFacts master) {
        return master.kind().isEmpty() ? "" : ", a " + master.kind();
    }

    private static void lookAtShare(Danger danger, LinkFacts nic, LinkFacts master, Reach reach, Findings findings) {
        Redundancy redundancy = Redundancy.of(nic, master, reach.tables());
        if (!redundancy.isProven()) {
            findings.add(
                    danger,
                    "it is a port of the " + master.kind() + " " + master.name()
                            + ", and no other port is proven to take over: " + redundancy.state());
        }
    }
}
