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

    private IfLink() {}
}
