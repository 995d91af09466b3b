// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/if_link.h>}: attributes of a link. */
public final class IfLink {
    /** Hardware address, as long as the link type's addresses are. */
    public static final int IFLA_ADDRESS = 1;

    /** Name, NUL-terminated, at most {@link If#IFNAMSIZ} bytes with the NUL. */
    public static final int IFLA_IFNAME = 3;

    /** u32, bytes. */
    public static final int IFLA_MTU = 4;

    /** u32 ifindex of the link below this one (vlan) or its peer (veth); may be in another namespace. */
    public static final int IFLA_LINK = 5;

    /** u32 ifindex of the bridge, bond or team this link is a port of. */
    public static final int IFLA_MASTER = 10;

    /** A wireless event: the message describes that, not the link. */
    public static final int IFLA_WIRELESS = 11;

    /** u8, IF_OPER_*. */
    public static final int IFLA_OPERSTATE = 16;

    /** Nested IFLA_INFO_*. */
    public static final int IFLA_LINKINFO = 18;

    /** u32 in a request: RTEXT_FILTER_* bits. */
    public static final int IFLA_EXT_MASK = 29;

    /** u8, 1 when the link has carrier. */
    public static final int IFLA_CARRIER = 33;

    /** u32, how often carrier came or went. */
    public static final int IFLA_CARRIER_CHANGES = 35;

    /** s32, the namespace IFLA_LINK's ifindex belongs to; absent when it is this link's own. */
    public static final int IFLA_LINK_NETNSID = 37;

    /** The driver's name of the physical port, such as p0. */
    public static final int IFLA_PHYS_PORT_NAME = 38;

    /** u32, IFLA_EVENT_*: what made the kernel send this message. */
    public static final int IFLA_EVENT = 44;

    /** u32, how often carrier came. */
    public static final int IFLA_CARRIER_UP_COUNT = 47;

    /** u32, how often carrier went. */
    public static final int IFLA_CARRIER_DOWN_COUNT = 48;

    /** Nested list of properties, such as IFLA_ALT_IFNAME. */
    public static final int IFLA_PROP_LIST = 52;

    /** Alternative name, NUL-terminated, at most {@link If#ALTIFNAMSIZ} bytes with the NUL. */
    public static final int IFLA_ALT_IFNAME = 53;

    /** Hardware address the device came with; absent when all zero. */
    public static final int IFLA_PERM_ADDRESS = 54;

    /** Name of the parent device on its bus, such as 0000:00:03.0. */
    public static final int IFLA_PARENT_DEV_NAME = 56;

    /** Bus of the parent device, such as pci. */
    public static final int IFLA_PARENT_DEV_BUS_NAME = 57;

    /** In IFLA_LINKINFO: kind of a virtual link, such as veth. */
    public static final int IFLA_INFO_KIND = 1;

    /** In IFLA_LINKINFO: kind of the master this link is a port of, such as bridge. */
    public static final int IFLA_INFO_SLAVE_KIND = 4;

    /** Value of IFLA_EVENT: nothing special. */
    public static final int IFLA_EVENT_NONE = 0;

    /** Value of IFLA_EVENT: the device was reset internally. */
    public static final int IFLA_EVENT_REBOOT = 1;

    /** u32, packets. */
    public static final int IFLA_TXQLEN = 13;

    /** A description for people, at most 255 bytes. */
    public static final int IFLA_IFALIAS = 20;

    /** u32: virtual functions of the parent device. */
    public static final int IFLA_NUM_VF = 21;

    /** u32: group. */
    public static final int IFLA_GROUP = 27;

    /** Nested IFLA_XDP_*. */
    public static final int IFLA_XDP = 43;

    /** In IFLA_XDP: u8, XDP_ATTACHED_*. */
    public static final int IFLA_XDP_ATTACHED = 2;

    /** In IFLA_XDP: u32, the program. */
    public static final int IFLA_XDP_PROG_ID = 4;

    /** Value of IFLA_XDP_ATTACHED: no program. */
    public static final int XDP_ATTACHED_NONE = 0;

    /** In IFLA_LINKINFO: nested, what the kind says. */
    public static final int IFLA_INFO_DATA = 2;

    /** In IFLA_LINKINFO: nested, what the kind of the master says about its port. */
    public static final int IFLA_INFO_SLAVE_DATA = 5;

    /** In IFLA_INFO_DATA of a vlan: u16. */
    public static final int IFLA_VLAN_ID = 1;

    /** In IFLA_INFO_DATA of a vlan: flags and their mask. */
    public static final int IFLA_VLAN_FLAGS = 2;

    /** In IFLA_INFO_DATA of a vlan: nested map. */
    public static final int IFLA_VLAN_EGRESS_QOS = 3;

    /** In IFLA_INFO_DATA of a vlan: nested map. */
    public static final int IFLA_VLAN_INGRESS_QOS = 4;

    /** In IFLA_INFO_DATA of a vlan: big-endian u16, 802.1Q or 802.1ad. */
    public static final int IFLA_VLAN_PROTOCOL = 5;

    /** In IFLA_INFO_DATA of a macvlan: u32. */
    public static final int IFLA_MACVLAN_MODE = 1;

    /** In IFLA_INFO_DATA of a macvlan: u16. */
    public static final int IFLA_MACVLAN_FLAGS = 2;

    /** In IFLA_INFO_DATA of a bridge: u8. */
    public static final int IFLA_BR_VLAN_FILTERING = 7;

    /** In IFLA_INFO_DATA of a bond: u8, BOND_MODE_*. */
    public static final int IFLA_BOND_MODE = 1;

    /** In IFLA_INFO_DATA of a bond: u32 ifindex of the port in use; absent if the mode has none or no port works. */
    public static final int IFLA_BOND_ACTIVE_SLAVE = 2;

    /** In IFLA_INFO_SLAVE_DATA of a bond: u8, active or backup. */
    public static final int IFLA_BOND_SLAVE_STATE = 1;

    /** In IFLA_INFO_SLAVE_DATA of a bond: u8, BOND_LINK_*. */
    public static final int IFLA_BOND_SLAVE_MII_STATUS = 2;

    /** In IFLA_INFO_SLAVE_DATA of a bond: u16. */
    public static final int IFLA_BOND_SLAVE_QUEUE_ID = 5;

    /** In IFLA_INFO_SLAVE_DATA of a bond: u16, the group of ports of 802.3ad it is in. */
    public static final int IFLA_BOND_SLAVE_AD_AGGREGATOR_ID = 6;

    /** In IFLA_INFO_SLAVE_DATA of a bond: s32. */
    public static final int IFLA_BOND_SLAVE_PRIO = 9;

    /** In IFLA_INFO_DATA of a bond: nested, 802.3ad. */
    public static final int IFLA_BOND_AD_INFO = 23;

    /** In IFLA_BOND_AD_INFO: u16, the group of ports in use. */
    public static final int IFLA_BOND_AD_INFO_AGGREGATOR = 1;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_PRIORITY = 2;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_COST = 3;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_MODE = 4;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_GUARD = 5;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_PROTECT = 6;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_FAST_LEAVE = 7;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_LEARNING = 8;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_UNICAST_FLOOD = 9;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_PROXYARP = 10;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_PROXYARP_WIFI = 12;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_MULTICAST_ROUTER = 25;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_MCAST_FLOOD = 27;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_MCAST_TO_UCAST = 28;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_VLAN_TUNNEL = 29;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_BCAST_FLOOD = 30;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_GROUP_FWD_MASK = 31;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_NEIGH_SUPPRESS = 32;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_ISOLATED = 33;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT = 37;

    /** In IFLA_INFO_SLAVE_DATA of a bridge: a setting of the port. */
    public static final int IFLA_BRPORT_LOCKED = 39;

    private IfLink() {}
}
