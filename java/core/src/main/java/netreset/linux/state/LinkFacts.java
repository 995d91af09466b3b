// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.util.List;
import java.util.Set;
import netreset.linux.abi.If;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Ifinfomsg;
import netreset.linux.netlink.Attributes;
import netreset.linux.netlink.MacAddress;
import netreset.linux.netlink.Message;
import netreset.linux.netlink.OperState;
import org.jspecify.annotations.Nullable;

/** A link, as an RTM_NEWLINK message describes it: also what {@link netreset.linux.netlink.Link} has no need of. */
public record LinkFacts(Message message) {
    /** Flags a person sets. */
    static final int SETTABLE_FLAGS = If.IFF_NOARP | If.IFF_PROMISC | If.IFF_ALLMULTI | If.IFF_MULTICAST;

    /** Kinds whose {@code IFLA_LINK} is a peer, not the link below. */
    private static final Set<String> PAIRS = Set.of("veth", "netkit");

    public int index() {
        return message.s32(Ifinfomsg.IFI_INDEX);
    }

    public String name() {
        String name = attributes().text(IfLink.IFLA_IFNAME);
        return name == null ? "" : name;
    }

    public List<String> alternativeNames() {
        return attributes().nested(IfLink.IFLA_PROP_LIST).texts(IfLink.IFLA_ALT_IFNAME);
    }

    public int flags() {
        return message.s32(Ifinfomsg.IFI_FLAGS);
    }

    public boolean isUp() {
        return (flags() & If.IFF_UP) != 0;
    }

    public boolean isLowerUp() {
        return (flags() & If.IFF_LOWER_UP) != 0;
    }

    public OperState operState() {
        return OperState.of(attributes().u8(IfLink.IFLA_OPERSTATE, If.IF_OPER_UNKNOWN));
    }

    public boolean isLoopback() {
        return (flags() & If.IFF_LOOPBACK) != 0;
    }

    public int type() {
        return message.u16(Ifinfomsg.IFI_TYPE);
    }

    /** Kind of a virtual link, such as {@code vlan}; empty if the driver gave none. */
    public String kind() {
        String kind = info().text(IfLink.IFLA_INFO_KIND);
        return kind == null ? "" : kind;
    }

    /** Kind of the master this link is a port of; empty if none. */
    public String slaveKind() {
        String kind = info().text(IfLink.IFLA_INFO_SLAVE_KIND);
        return kind == null ? "" : kind;
    }

    private Attributes info() {
        return attributes().nested(IfLink.IFLA_LINKINFO);
    }

    /** What its kind says of it. */
    public Attributes data() {
        return info().nested(IfLink.IFLA_INFO_DATA);
    }

    /** What its master's kind says of it. */
    public Attributes slaveData() {
        return info().nested(IfLink.IFLA_INFO_SLAVE_DATA);
    }

    /** ifindex of its master; 0 if none. */
    public int masterIndex() {
        return attributes().s32(IfLink.IFLA_MASTER, 0);
    }

    /** ifindex of the link it is built on, in this namespace; 0 if none. */
    public int lowerIndex() {
        boolean elsewhere = attributes().has(IfLink.IFLA_LINK_NETNSID);
        return elsewhere || PAIRS.contains(kind()) ? 0 : attributes().s32(IfLink.IFLA_LINK, 0);
    }

    /** Current hardware address; {@code null} if it has none. */
    public @Nullable MacAddress hardwareAddress() {
        return attributes().macAddress(IfLink.IFLA_ADDRESS);
    }

    public long mtu() {
        return Integer.toUnsignedLong(attributes().s32(IfLink.IFLA_MTU, 0));
    }

    /** Number of the XDP program attached; 0 if none, -1 if the kernel doesn't tell its number. */
    public int xdpProgram() {
        Attributes xdp = attributes().nested(IfLink.IFLA_XDP);
        boolean attached = xdp.u8(IfLink.IFLA_XDP_ATTACHED, IfLink.XDP_ATTACHED_NONE) != IfLink.XDP_ATTACHED_NONE;
        return attached ? xdp.s32(IfLink.IFLA_XDP_PROG_ID, -1) : 0;
    }

    /** Name of the parent device on its bus; {@code null} if none, or the kernel is older than 5.14. */
    public @Nullable String parentDevice() {
        return attributes().text(IfLink.IFLA_PARENT_DEV_NAME);
    }

    /** Bus of the parent device, such as {@code pci}. */
    public @Nullable String parentBus() {
        return attributes().text(IfLink.IFLA_PARENT_DEV_BUS_NAME);
    }

    public Attributes attributes() {
        return message.attributes();
    }

    /** Whether that is its name or an alternative one. */
    public boolean isCalled(String name) {
        return name().equals(name) || alternativeNames().contains(name);
    }

    @Override
    public String toString() {
        return index() + ": " + name();
    }
}
