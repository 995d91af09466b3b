// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import netreset.linux.abi.Ndmsg;
import netreset.linux.abi.Neighbour;
import netreset.linux.netlink.Message;

/** A neighbour of a link, as an RTM_NEWNEIGH message describes it. */
public record NeighbourEntry(Message message) {
    public int family() {
        return message.u8(Ndmsg.NDM_FAMILY);
    }

    public int index() {
        return message.s32(Ndmsg.NDM_IFINDEX);
    }

    /** Entered by hand; the kernel finds the others again when it needs them. */
    boolean isPermanent() {
        return (message.u16(Ndmsg.NDM_STATE) & Neighbour.NUD_PERMANENT) != 0;
    }

    /** All that makes it what it is in one line. */
    String fact(Labels labels) {
        ByteBuffer hardware = message.attributes().payload(Neighbour.NDA_LLADDR);
        return "neighbour " + IpText.of(message.attributes().payload(Neighbour.NDA_DST), "?") + " dev "
                + labels.of(index()) + " lladdr " + (hardware == null ? "none" : IpText.hex(hardware)) + " flags "
                + message.u8(Ndmsg.NDM_FLAGS);
    }
}
