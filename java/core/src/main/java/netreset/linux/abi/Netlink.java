// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/netlink.h>}: protocols, message types, flags and socket options. */
public final class Netlink {
    /** Protocol of links, addresses and routes. */
    public static final int NETLINK_ROUTE = 0;

    /** Protocol of generic netlink families. */
    public static final int NETLINK_GENERIC = 16;

    /** Level of the socket options below (from {@code <sys/socket.h>}). */
    public static final int SOL_NETLINK = 270;

    /** Joins the multicast group whose number is the value. */
    public static final int NETLINK_ADD_MEMBERSHIP = 1;

    /** Error replies carry the kernel's explanation. */
    public static final int NETLINK_EXT_ACK = 11;

    /** The kernel checks the header of a dump request instead of ignoring what it doesn't know. */
    public static final int NETLINK_GET_STRICT_CHK = 12;

    /** nlmsg_type: to be skipped. */
    public static final int NLMSG_NOOP = 1;

    /** nlmsg_type: {@link Nlmsgerr} follows; error 0 is an acknowledgement. */
    public static final int NLMSG_ERROR = 2;

    /** nlmsg_type: end of a dump; the dump's result, an int, follows. */
    public static final int NLMSG_DONE = 3;

    /** nlmsg_type: data was lost. */
    public static final int NLMSG_OVERRUN = 4;

    /** nlmsg_flags: every request has it. */
    public static final int NLM_F_REQUEST = 0x1;

    /** nlmsg_flags: part of a dump that NLMSG_DONE ends. */
    public static final int NLM_F_MULTI = 0x2;

    /** nlmsg_flags of a request: answer with NLMSG_ERROR in any case. */
    public static final int NLM_F_ACK = 0x4;

    /** nlmsg_flags: the dump is inconsistent because the dumped table changed meanwhile. */
    public static final int NLM_F_DUMP_INTR = 0x10;

    /** nlmsg_flags of a request: all entries (NLM_F_ROOT | NLM_F_MATCH). */
    public static final int NLM_F_DUMP = 0x300;

    /** nlmsg_flags of a reply: only the header of the request is echoed. */
    public static final int NLM_F_CAPPED = 0x100;

    /** nlmsg_flags of a reply: attributes NLMSGERR_ATTR_* follow. */
    public static final int NLM_F_ACK_TLVS = 0x200;

    /** Messages start at multiples of this. */
    public static final int NLMSG_ALIGNTO = 4;

    /** Attribute of a reply: the kernel's explanation, a NUL-terminated string. */
    public static final int NLMSGERR_ATTR_MSG = 1;

    /** Bit of nla_type: the payload is a list of attributes. */
    public static final int NLA_F_NESTED = 1 << 15;

    /** Bit of nla_type: the payload is in network byte order. */
    public static final int NLA_F_NET_BYTEORDER = 1 << 14;

    /** Bits of nla_type that are the type. */
    public static final int NLA_TYPE_MASK = ~(NLA_F_NESTED | NLA_F_NET_BYTEORDER);

    /** Attributes start at multiples of this. */
    public static final int NLA_ALIGNTO = 4;

    /** Protocol of questions about sockets. */
    public static final int NETLINK_SOCK_DIAG = 4;

    /** nlmsg_flags of a request: fail if it exists. */
    public static final int NLM_F_EXCL = 0x200;

    /** nlmsg_flags of a request: make it if it doesn't exist. */
    public static final int NLM_F_CREATE = 0x400;

    /** nlmsg_flags of a request: behind those that exist. */
    public static final int NLM_F_APPEND = 0x800;

    /** nlmsg_flags of a request: in place of the one that exists. */
    public static final int NLM_F_REPLACE = 0x100;

    /** nlmsg_type: smaller ones are the transport's own. */
    public static final int NLMSG_MIN_TYPE = 0x10;

    private Netlink() {}
}
