// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/if_addr.h>}: attributes and flags of an address. */
public final class IfAddr {
    /** The address or, of a point-to-point link, the peer's. */
    public static final int IFA_ADDRESS = 1;

    /** The address of this machine; IPv6 has it only with a peer. */
    public static final int IFA_LOCAL = 2;

    /** IPv4: a name, such as eth0:1. */
    public static final int IFA_LABEL = 3;

    /** IPv4 broadcast address. */
    public static final int IFA_BROADCAST = 4;

    /** {@link IfaCacheinfo}. */
    public static final int IFA_CACHEINFO = 6;

    /** u32: all flags; the header has room for eight. */
    public static final int IFA_FLAGS = 8;

    /** u32: metric of the route to its network. */
    public static final int IFA_RT_PRIORITY = 9;

    /** u8: who made it. */
    public static final int IFA_PROTO = 11;

    /** IPv4: another address of the same network came before. */
    public static final int IFA_F_SECONDARY = 0x1;

    /** IPv6: a privacy address, made and replaced by the kernel. */
    public static final int IFA_F_TEMPORARY = 0x1;

    /** IPv6: no search for duplicates. */
    public static final int IFA_F_NODAD = 0x2;

    /** IPv6: used while the search for duplicates goes on. */
    public static final int IFA_F_OPTIMISTIC = 0x4;

    /** IPv6: another machine has it. */
    public static final int IFA_F_DADFAILED = 0x8;

    /** IPv6: home address of a mobile node. */
    public static final int IFA_F_HOMEADDRESS = 0x10;

    /** Not for new connections. */
    public static final int IFA_F_DEPRECATED = 0x20;

    /** IPv6: the search for duplicates goes on. */
    public static final int IFA_F_TENTATIVE = 0x40;

    /** It has no end. */
    public static final int IFA_F_PERMANENT = 0x80;

    /** IPv6: the kernel makes temporary ones after it. */
    public static final int IFA_F_MANAGETEMPADDR = 0x100;

    /** The kernel makes no route to its network. */
    public static final int IFA_F_NOPREFIXROUTE = 0x200;

    /** Multicast groups are joined on the link. */
    public static final int IFA_F_MCAUTOJOIN = 0x400;

    /** IFA_PROTO: loopback. */
    public static final int IFAPROT_KERNEL_LO = 1;

    /** IFA_PROTO: made after a router advertisement. */
    public static final int IFAPROT_KERNEL_RA = 2;

    /** IFA_PROTO: link-local, made by the kernel. */
    public static final int IFAPROT_KERNEL_LL = 3;

    private IfAddr() {}
}
