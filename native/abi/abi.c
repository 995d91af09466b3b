// SPDX-License-Identifier: Apache-2.0
// Prints what this machine's C headers say about every constant in netreset.linux.abi: "Class.CONSTANT value", one per
// line, values as unsigned 32-bit decimals (all constants fit). The class and constant names are Java's.
#define _GNU_SOURCE // CLONE_NEWNET

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>

#include <linux/devlink.h>
#include <linux/ethtool.h>
#include <linux/genetlink.h>
#include <linux/if.h>
#include <linux/if_arp.h>
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sockios.h>
#include <linux/usbdevice_fs.h>

static void print(const char *name, unsigned value) {
    printf("%s %u\n", name, value);
}

#define CONSTANT(class, name) print(#class "." #name, (unsigned) (name))
#define SIZE(class, type) print(#class ".SIZE", sizeof(struct type))
#define OFFSET(class, name, type, field) print(#class "." #name, offsetof(struct type, field))
#define LENGTH(class, name, type, field) print(#class "." #name, sizeof(((struct type *) 0)->field))
#define ERRNO(name) print("Errno." #name, name)

static void sockios_h(void) {
    CONSTANT(Sockios, SIOCETHTOOL);
}

static void ethtool_h(void) {
    CONSTANT(Ethtool, ETHTOOL_GDRVINFO);
    CONSTANT(Ethtool, ETHTOOL_NWAY_RST);
    CONSTANT(Ethtool, ETHTOOL_GLINK);
    CONSTANT(Ethtool, ETHTOOL_RESET);
    CONSTANT(Ethtool, ETH_RESET_MGMT);
    CONSTANT(Ethtool, ETH_RESET_IRQ);
    CONSTANT(Ethtool, ETH_RESET_DMA);
    CONSTANT(Ethtool, ETH_RESET_FILTER);
    CONSTANT(Ethtool, ETH_RESET_OFFLOAD);
    CONSTANT(Ethtool, ETH_RESET_MAC);
    CONSTANT(Ethtool, ETH_RESET_PHY);
    CONSTANT(Ethtool, ETH_RESET_RAM);
    CONSTANT(Ethtool, ETH_RESET_AP);
    CONSTANT(Ethtool, ETH_RESET_DEDICATED);
    CONSTANT(Ethtool, ETH_RESET_ALL);
    CONSTANT(Ethtool, ETH_RESET_SHARED_SHIFT);
}

static void netlink_h(void) {
    CONSTANT(Netlink, NETLINK_ROUTE);
    CONSTANT(Netlink, NETLINK_GENERIC);
    CONSTANT(Netlink, SOL_NETLINK);
    CONSTANT(Netlink, NETLINK_ADD_MEMBERSHIP);
    CONSTANT(Netlink, NETLINK_EXT_ACK);
    CONSTANT(Netlink, NETLINK_GET_STRICT_CHK);
    CONSTANT(Netlink, NLMSG_NOOP);
    CONSTANT(Netlink, NLMSG_ERROR);
    CONSTANT(Netlink, NLMSG_DONE);
    CONSTANT(Netlink, NLMSG_OVERRUN);
    CONSTANT(Netlink, NLM_F_REQUEST);
    CONSTANT(Netlink, NLM_F_MULTI);
    CONSTANT(Netlink, NLM_F_ACK);
    CONSTANT(Netlink, NLM_F_DUMP_INTR);
    CONSTANT(Netlink, NLM_F_DUMP);
    CONSTANT(Netlink, NLM_F_CAPPED);
    CONSTANT(Netlink, NLM_F_ACK_TLVS);
    CONSTANT(Netlink, NLMSG_ALIGNTO);
    CONSTANT(Netlink, NLMSGERR_ATTR_MSG);
    CONSTANT(Netlink, NLA_F_NESTED);
    CONSTANT(Netlink, NLA_F_NET_BYTEORDER);
    CONSTANT(Netlink, NLA_TYPE_MASK);
    CONSTANT(Netlink, NLA_ALIGNTO);
}

static void rtnetlink_h(void) {
    CONSTANT(Rtnetlink, RTM_NEWLINK);
    CONSTANT(Rtnetlink, RTM_DELLINK);
    CONSTANT(Rtnetlink, RTM_GETLINK);
    CONSTANT(Rtnetlink, RTM_SETLINK);
    CONSTANT(Rtnetlink, RTNLGRP_LINK);
    CONSTANT(Rtnetlink, RTEXT_FILTER_SKIP_STATS);
}

static void ifLink_h(void) {
    CONSTANT(IfLink, IFLA_ADDRESS);
    CONSTANT(IfLink, IFLA_IFNAME);
    CONSTANT(IfLink, IFLA_MTU);
    CONSTANT(IfLink, IFLA_LINK);
    CONSTANT(IfLink, IFLA_MASTER);
    CONSTANT(IfLink, IFLA_WIRELESS);
    CONSTANT(IfLink, IFLA_OPERSTATE);
    CONSTANT(IfLink, IFLA_LINKINFO);
    CONSTANT(IfLink, IFLA_EXT_MASK);
    CONSTANT(IfLink, IFLA_CARRIER);
    CONSTANT(IfLink, IFLA_CARRIER_CHANGES);
    CONSTANT(IfLink, IFLA_LINK_NETNSID);
    CONSTANT(IfLink, IFLA_PHYS_PORT_NAME);
    CONSTANT(IfLink, IFLA_EVENT);
    CONSTANT(IfLink, IFLA_CARRIER_UP_COUNT);
    CONSTANT(IfLink, IFLA_CARRIER_DOWN_COUNT);
    CONSTANT(IfLink, IFLA_PROP_LIST);
    CONSTANT(IfLink, IFLA_ALT_IFNAME);
    CONSTANT(IfLink, IFLA_PERM_ADDRESS);
    CONSTANT(IfLink, IFLA_PARENT_DEV_NAME);
    CONSTANT(IfLink, IFLA_PARENT_DEV_BUS_NAME);
    CONSTANT(IfLink, IFLA_INFO_KIND);
    CONSTANT(IfLink, IFLA_INFO_SLAVE_KIND);
    CONSTANT(IfLink, IFLA_EVENT_NONE);
    CONSTANT(IfLink, IFLA_EVENT_REBOOT);
}

static void if_h(void) {
    CONSTANT(If, IFNAMSIZ);
    CONSTANT(If, ALTIFNAMSIZ);
    CONSTANT(If, IFF_UP);
    CONSTANT(If, IFF_LOOPBACK);
    CONSTANT(If, IFF_RUNNING);
    CONSTANT(If, IFF_LOWER_UP);
    CONSTANT(If, IFF_DORMANT);
    CONSTANT(If, IF_OPER_UNKNOWN);
    CONSTANT(If, IF_OPER_NOTPRESENT);
    CONSTANT(If, IF_OPER_DOWN);
    CONSTANT(If, IF_OPER_LOWERLAYERDOWN);
    CONSTANT(If, IF_OPER_TESTING);
    CONSTANT(If, IF_OPER_DORMANT);
    CONSTANT(If, IF_OPER_UP);
}

static void ifArp_h(void) {
    CONSTANT(IfArp, ARPHRD_ETHER);
    CONSTANT(IfArp, ARPHRD_LOOPBACK);
}

static void socket_h(void) {
    CONSTANT(Socket, AF_UNSPEC);
    CONSTANT(Socket, AF_INET);
    CONSTANT(Socket, AF_NETLINK);
    CONSTANT(Socket, SOCK_DGRAM);
    CONSTANT(Socket, SOCK_RAW);
    CONSTANT(Socket, SOCK_CLOEXEC);
    CONSTANT(Socket, SOL_SOCKET);
    CONSTANT(Socket, SO_RCVBUF);
    CONSTANT(Socket, SO_RCVBUFFORCE);
    CONSTANT(Socket, MSG_TRUNC);
    CONSTANT(Socket, MSG_DONTWAIT);
}

static void mman_h(void) {
    CONSTANT(Mman, PROT_NONE);
    CONSTANT(Mman, PROT_READ);
    CONSTANT(Mman, PROT_WRITE);
    CONSTANT(Mman, MAP_PRIVATE);
    CONSTANT(Mman, MAP_ANONYMOUS);
}

static void poll_h(void) {
    CONSTANT(Poll, POLLIN);
    CONSTANT(Poll, POLLERR);
}

static void fcntl_h(void) {
    CONSTANT(Fcntl, O_RDONLY);
    CONSTANT(Fcntl, O_WRONLY);
    CONSTANT(Fcntl, O_CLOEXEC);
}

static void sched_h(void) {
    CONSTANT(Sched, CLONE_NEWNET);
}

static void devlink_h(void) {
    CONSTANT(Devlink, DEVLINK_CMD_GET);
    CONSTANT(Devlink, DEVLINK_CMD_PORT_GET);
    CONSTANT(Devlink, DEVLINK_CMD_RELOAD);
    CONSTANT(Devlink, DEVLINK_CMD_HEALTH_REPORTER_GET);
    CONSTANT(Devlink, DEVLINK_CMD_HEALTH_REPORTER_RECOVER);
    CONSTANT(Devlink, DEVLINK_ATTR_BUS_NAME);
    CONSTANT(Devlink, DEVLINK_ATTR_DEV_NAME);
    CONSTANT(Devlink, DEVLINK_ATTR_PORT_INDEX);
    CONSTANT(Devlink, DEVLINK_ATTR_PORT_NETDEV_IFINDEX);
    CONSTANT(Devlink, DEVLINK_ATTR_PORT_NETDEV_NAME);
    CONSTANT(Devlink, DEVLINK_ATTR_HEALTH_REPORTER);
    CONSTANT(Devlink, DEVLINK_ATTR_HEALTH_REPORTER_NAME);
    CONSTANT(Devlink, DEVLINK_ATTR_HEALTH_REPORTER_STATE);
    CONSTANT(Devlink, DEVLINK_ATTR_HEALTH_REPORTER_ERR_COUNT);
    CONSTANT(Devlink, DEVLINK_ATTR_HEALTH_REPORTER_RECOVER_COUNT);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_FAILED);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_ACTION);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_ACTIONS_PERFORMED);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_LIMITS);
    CONSTANT(Devlink, DEVLINK_ATTR_DEV_STATS);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_STATS);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_STATS_ENTRY);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_STATS_LIMIT);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_STATS_VALUE);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_ACTION_INFO);
    CONSTANT(Devlink, DEVLINK_ATTR_RELOAD_ACTION_STATS);
    CONSTANT(Devlink, DEVLINK_RELOAD_ACTION_DRIVER_REINIT);
    CONSTANT(Devlink, DEVLINK_RELOAD_ACTION_FW_ACTIVATE);
    CONSTANT(Devlink, DEVLINK_RELOAD_LIMIT_UNSPEC);
    CONSTANT(Devlink, DEVLINK_RELOAD_LIMIT_NO_RESET);
}

static void genetlink_h(void) {
    CONSTANT(Genetlink, GENL_ID_CTRL);
    CONSTANT(Genetlink, CTRL_CMD_GETFAMILY);
    CONSTANT(Genetlink, CTRL_ATTR_FAMILY_ID);
    CONSTANT(Genetlink, CTRL_ATTR_FAMILY_NAME);
    SIZE(Genlmsghdr, genlmsghdr);
    OFFSET(Genlmsghdr, CMD, genlmsghdr, cmd);
    OFFSET(Genlmsghdr, VERSION, genlmsghdr, version);
}

static void usbdevice_fs_h(void) {
    CONSTANT(UsbdeviceFs, USBDEVFS_RESET);
}

static void ifreq_struct(void) {
    SIZE(Ifreq, ifreq);
    OFFSET(Ifreq, IFR_NAME, ifreq, ifr_name);
    OFFSET(Ifreq, IFR_DATA, ifreq, ifr_data);
}

static void ethtool_value_struct(void) {
    SIZE(EthtoolValue, ethtool_value);
    OFFSET(EthtoolValue, CMD, ethtool_value, cmd);
    OFFSET(EthtoolValue, DATA, ethtool_value, data);
}

static void ethtool_drvinfo_struct(void) {
    SIZE(EthtoolDrvinfo, ethtool_drvinfo);
    OFFSET(EthtoolDrvinfo, CMD, ethtool_drvinfo, cmd);
    OFFSET(EthtoolDrvinfo, DRIVER, ethtool_drvinfo, driver);
    LENGTH(EthtoolDrvinfo, DRIVER_LENGTH, ethtool_drvinfo, driver);
    OFFSET(EthtoolDrvinfo, VERSION, ethtool_drvinfo, version);
    LENGTH(EthtoolDrvinfo, VERSION_LENGTH, ethtool_drvinfo, version);
    OFFSET(EthtoolDrvinfo, FW_VERSION, ethtool_drvinfo, fw_version);
    LENGTH(EthtoolDrvinfo, FW_VERSION_LENGTH, ethtool_drvinfo, fw_version);
    OFFSET(EthtoolDrvinfo, BUS_INFO, ethtool_drvinfo, bus_info);
    LENGTH(EthtoolDrvinfo, BUS_INFO_LENGTH, ethtool_drvinfo, bus_info);
}

static void nlmsghdr_struct(void) {
    SIZE(Nlmsghdr, nlmsghdr);
    OFFSET(Nlmsghdr, NLMSG_LEN, nlmsghdr, nlmsg_len);
    OFFSET(Nlmsghdr, NLMSG_TYPE, nlmsghdr, nlmsg_type);
    OFFSET(Nlmsghdr, NLMSG_FLAGS, nlmsghdr, nlmsg_flags);
    OFFSET(Nlmsghdr, NLMSG_SEQ, nlmsghdr, nlmsg_seq);
    OFFSET(Nlmsghdr, NLMSG_PID, nlmsghdr, nlmsg_pid);
}

static void nlattr_struct(void) {
    SIZE(Nlattr, nlattr);
    OFFSET(Nlattr, NLA_LEN, nlattr, nla_len);
    OFFSET(Nlattr, NLA_TYPE, nlattr, nla_type);
}

static void nlmsgerr_struct(void) {
    SIZE(Nlmsgerr, nlmsgerr);
    OFFSET(Nlmsgerr, ERROR, nlmsgerr, error);
    OFFSET(Nlmsgerr, MSG, nlmsgerr, msg);
}

static void ifinfomsg_struct(void) {
    SIZE(Ifinfomsg, ifinfomsg);
    OFFSET(Ifinfomsg, IFI_FAMILY, ifinfomsg, ifi_family);
    OFFSET(Ifinfomsg, IFI_TYPE, ifinfomsg, ifi_type);
    OFFSET(Ifinfomsg, IFI_INDEX, ifinfomsg, ifi_index);
    OFFSET(Ifinfomsg, IFI_FLAGS, ifinfomsg, ifi_flags);
    OFFSET(Ifinfomsg, IFI_CHANGE, ifinfomsg, ifi_change);
}

static void sockaddr_nl_struct(void) {
    SIZE(SockaddrNl, sockaddr_nl);
    OFFSET(SockaddrNl, NL_FAMILY, sockaddr_nl, nl_family);
    OFFSET(SockaddrNl, NL_PID, sockaddr_nl, nl_pid);
    OFFSET(SockaddrNl, NL_GROUPS, sockaddr_nl, nl_groups);
}

static void pollfd_struct(void) {
    SIZE(Pollfd, pollfd);
    OFFSET(Pollfd, FD, pollfd, fd);
    OFFSET(Pollfd, EVENTS, pollfd, events);
    OFFSET(Pollfd, REVENTS, pollfd, revents);
}

static void errno_h(void) {
    ERRNO(EPERM); ERRNO(ENOENT); ERRNO(ESRCH); ERRNO(EINTR); ERRNO(EIO); ERRNO(ENXIO); ERRNO(E2BIG); ERRNO(ENOEXEC);
    ERRNO(EBADF); ERRNO(ECHILD); ERRNO(EAGAIN); ERRNO(ENOMEM); ERRNO(EACCES); ERRNO(EFAULT); ERRNO(ENOTBLK);
    ERRNO(EBUSY); ERRNO(EEXIST); ERRNO(EXDEV); ERRNO(ENODEV); ERRNO(ENOTDIR); ERRNO(EISDIR); ERRNO(EINVAL);
    ERRNO(ENFILE); ERRNO(EMFILE); ERRNO(ENOTTY); ERRNO(ETXTBSY); ERRNO(EFBIG); ERRNO(ENOSPC); ERRNO(ESPIPE);
    ERRNO(EROFS); ERRNO(EMLINK); ERRNO(EPIPE); ERRNO(EDOM); ERRNO(ERANGE); ERRNO(EDEADLK); ERRNO(ENAMETOOLONG);
    ERRNO(ENOLCK); ERRNO(ENOSYS); ERRNO(ENOTEMPTY); ERRNO(ELOOP); ERRNO(ENOMSG); ERRNO(EIDRM); ERRNO(ECHRNG);
    ERRNO(EL2NSYNC); ERRNO(EL3HLT); ERRNO(EL3RST); ERRNO(ELNRNG); ERRNO(EUNATCH); ERRNO(ENOCSI); ERRNO(EL2HLT);
    ERRNO(EBADE); ERRNO(EBADR); ERRNO(EXFULL); ERRNO(ENOANO); ERRNO(EBADRQC); ERRNO(EBADSLT); ERRNO(EBFONT);
    ERRNO(ENOSTR); ERRNO(ENODATA); ERRNO(ETIME); ERRNO(ENOSR); ERRNO(ENONET); ERRNO(ENOPKG); ERRNO(EREMOTE);
    ERRNO(ENOLINK); ERRNO(EADV); ERRNO(ESRMNT); ERRNO(ECOMM); ERRNO(EPROTO); ERRNO(EMULTIHOP); ERRNO(EDOTDOT);
    ERRNO(EBADMSG); ERRNO(EOVERFLOW); ERRNO(ENOTUNIQ); ERRNO(EBADFD); ERRNO(EREMCHG); ERRNO(ELIBACC); ERRNO(ELIBBAD);
    ERRNO(ELIBSCN); ERRNO(ELIBMAX); ERRNO(ELIBEXEC); ERRNO(EILSEQ); ERRNO(ERESTART); ERRNO(ESTRPIPE); ERRNO(EUSERS);
    ERRNO(ENOTSOCK); ERRNO(EDESTADDRREQ); ERRNO(EMSGSIZE); ERRNO(EPROTOTYPE); ERRNO(ENOPROTOOPT);
    ERRNO(EPROTONOSUPPORT); ERRNO(ESOCKTNOSUPPORT); ERRNO(EOPNOTSUPP); ERRNO(EPFNOSUPPORT); ERRNO(EAFNOSUPPORT);
    ERRNO(EADDRINUSE); ERRNO(EADDRNOTAVAIL); ERRNO(ENETDOWN); ERRNO(ENETUNREACH); ERRNO(ENETRESET);
    ERRNO(ECONNABORTED); ERRNO(ECONNRESET); ERRNO(ENOBUFS); ERRNO(EISCONN); ERRNO(ENOTCONN); ERRNO(ESHUTDOWN);
    ERRNO(ETOOMANYREFS); ERRNO(ETIMEDOUT); ERRNO(ECONNREFUSED); ERRNO(EHOSTDOWN); ERRNO(EHOSTUNREACH);
    ERRNO(EALREADY); ERRNO(EINPROGRESS); ERRNO(ESTALE); ERRNO(EUCLEAN); ERRNO(ENOTNAM); ERRNO(ENAVAIL); ERRNO(EISNAM);
    ERRNO(EREMOTEIO); ERRNO(EDQUOT); ERRNO(ENOMEDIUM); ERRNO(EMEDIUMTYPE); ERRNO(ECANCELED); ERRNO(ENOKEY);
    ERRNO(EKEYEXPIRED); ERRNO(EKEYREVOKED); ERRNO(EKEYREJECTED); ERRNO(EOWNERDEAD); ERRNO(ENOTRECOVERABLE);
    ERRNO(ERFKILL); ERRNO(EHWPOISON);
}

int main(void) {
    sockios_h();
    ethtool_h();
    netlink_h();
    rtnetlink_h();
    ifLink_h();
    if_h();
    ifArp_h();
    socket_h();
    mman_h();
    poll_h();
    fcntl_h();
    sched_h();
    devlink_h();
    genetlink_h();
    usbdevice_fs_h();
    ifreq_struct();
    ethtool_value_struct();
    ethtool_drvinfo_struct();
    nlmsghdr_struct();
    nlattr_struct();
    nlmsgerr_struct();
    ifinfomsg_struct();
    sockaddr_nl_struct();
    pollfd_struct();
    errno_h();
    return 0;
}
