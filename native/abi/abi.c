// SPDX-License-Identifier: Apache-2.0
// Prints what this machine's C headers say about every constant in netreset.linux.abi: "Class.CONSTANT value", one per
// line, values as unsigned 32-bit decimals (all constants fit). The class and constant names are Java's.
#define _GNU_SOURCE // CLONE_NEWNET

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <linux/devlink.h>
#include <linux/ethtool.h>
#include <linux/ethtool_netlink.h>
#include <linux/fib_rules.h>
#include <linux/genetlink.h>
#include <linux/icmp.h>
#include <linux/icmpv6.h>
#include <linux/if.h>
#include <linux/if_addr.h>
#include <linux/if_arp.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/netlink.h>
#include <linux/nexthop.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/sockios.h>
#include <linux/usbdevice_fs.h>
#include <linux/xdp_diag.h>

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
    CONSTANT(Netlink, NETLINK_SOCK_DIAG);
    CONSTANT(Netlink, NLM_F_EXCL);
    CONSTANT(Netlink, NLM_F_CREATE);
    CONSTANT(Netlink, NLM_F_APPEND);
    CONSTANT(Netlink, NLM_F_REPLACE);
    CONSTANT(Netlink, NLMSG_MIN_TYPE);
}

static void rtnetlink_h(void) {
    CONSTANT(Rtnetlink, RTM_NEWLINK);
    CONSTANT(Rtnetlink, RTM_DELLINK);
    CONSTANT(Rtnetlink, RTM_GETLINK);
    CONSTANT(Rtnetlink, RTM_SETLINK);
    CONSTANT(Rtnetlink, RTNLGRP_LINK);
    CONSTANT(Rtnetlink, RTEXT_FILTER_SKIP_STATS);
    CONSTANT(Rtnetlink, RTM_NEWADDR);
    CONSTANT(Rtnetlink, RTM_GETADDR);
    CONSTANT(Rtnetlink, RTM_NEWROUTE);
    CONSTANT(Rtnetlink, RTM_GETROUTE);
    CONSTANT(Rtnetlink, RTM_NEWNEIGH);
    CONSTANT(Rtnetlink, RTM_GETNEIGH);
    CONSTANT(Rtnetlink, RTM_NEWRULE);
    CONSTANT(Rtnetlink, RTM_GETRULE);
    CONSTANT(Rtnetlink, RTM_NEWNEXTHOP);
    CONSTANT(Rtnetlink, RTM_GETNEXTHOP);
    CONSTANT(Rtnetlink, RTM_NEWLINKPROP);
    CONSTANT(Rtnetlink, RTA_DST);
    CONSTANT(Rtnetlink, RTA_SRC);
    CONSTANT(Rtnetlink, RTA_IIF);
    CONSTANT(Rtnetlink, RTA_OIF);
    CONSTANT(Rtnetlink, RTA_GATEWAY);
    CONSTANT(Rtnetlink, RTA_PRIORITY);
    CONSTANT(Rtnetlink, RTA_PREFSRC);
    CONSTANT(Rtnetlink, RTA_METRICS);
    CONSTANT(Rtnetlink, RTA_MULTIPATH);
    CONSTANT(Rtnetlink, RTA_FLOW);
    CONSTANT(Rtnetlink, RTA_CACHEINFO);
    CONSTANT(Rtnetlink, RTA_TABLE);
    CONSTANT(Rtnetlink, RTA_MARK);
    CONSTANT(Rtnetlink, RTA_VIA);
    CONSTANT(Rtnetlink, RTA_NEWDST);
    CONSTANT(Rtnetlink, RTA_PREF);
    CONSTANT(Rtnetlink, RTA_ENCAP_TYPE);
    CONSTANT(Rtnetlink, RTA_ENCAP);
    CONSTANT(Rtnetlink, RTA_EXPIRES);
    CONSTANT(Rtnetlink, RTA_PAD);
    CONSTANT(Rtnetlink, RTA_UID);
    CONSTANT(Rtnetlink, RTA_TTL_PROPAGATE);
    CONSTANT(Rtnetlink, RTA_NH_ID);
    CONSTANT(Rtnetlink, RTN_UNICAST);
    CONSTANT(Rtnetlink, RTN_LOCAL);
    CONSTANT(Rtnetlink, RTPROT_KERNEL);
    CONSTANT(Rtnetlink, RTPROT_RA);
    CONSTANT(Rtnetlink, RTPROT_REDIRECT);
    CONSTANT(Rtnetlink, RT_SCOPE_LINK);
    CONSTANT(Rtnetlink, RT_TABLE_UNSPEC);
    CONSTANT(Rtnetlink, RT_TABLE_COMPAT);
    CONSTANT(Rtnetlink, RT_TABLE_MAIN);
    CONSTANT(Rtnetlink, RT_TABLE_LOCAL);
    CONSTANT(Rtnetlink, RTM_F_CLONED);
    CONSTANT(Rtnetlink, RTNH_F_ONLINK);
    CONSTANT(Rtnetlink, RTNH_F_PERVASIVE);
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
    CONSTANT(IfLink, IFLA_TXQLEN);
    CONSTANT(IfLink, IFLA_IFALIAS);
    CONSTANT(IfLink, IFLA_NUM_VF);
    CONSTANT(IfLink, IFLA_GROUP);
    CONSTANT(IfLink, IFLA_XDP);
    CONSTANT(IfLink, IFLA_XDP_ATTACHED);
    CONSTANT(IfLink, IFLA_XDP_PROG_ID);
    CONSTANT(IfLink, XDP_ATTACHED_NONE);
    CONSTANT(IfLink, IFLA_INFO_DATA);
    CONSTANT(IfLink, IFLA_INFO_SLAVE_DATA);
    CONSTANT(IfLink, IFLA_VLAN_ID);
    CONSTANT(IfLink, IFLA_VLAN_FLAGS);
    CONSTANT(IfLink, IFLA_VLAN_EGRESS_QOS);
    CONSTANT(IfLink, IFLA_VLAN_INGRESS_QOS);
    CONSTANT(IfLink, IFLA_VLAN_PROTOCOL);
    CONSTANT(IfLink, IFLA_MACVLAN_MODE);
    CONSTANT(IfLink, IFLA_MACVLAN_FLAGS);
    CONSTANT(IfLink, IFLA_BR_VLAN_FILTERING);
    CONSTANT(IfLink, IFLA_BOND_MODE);
    CONSTANT(IfLink, IFLA_BOND_ACTIVE_SLAVE);
    CONSTANT(IfLink, IFLA_BOND_SLAVE_STATE);
    CONSTANT(IfLink, IFLA_BOND_SLAVE_MII_STATUS);
    CONSTANT(IfLink, IFLA_BOND_SLAVE_QUEUE_ID);
    CONSTANT(IfLink, IFLA_BOND_SLAVE_AD_AGGREGATOR_ID);
    CONSTANT(IfLink, IFLA_BOND_SLAVE_PRIO);
    CONSTANT(IfLink, IFLA_BOND_AD_INFO);
    CONSTANT(IfLink, IFLA_BOND_AD_INFO_AGGREGATOR);
    CONSTANT(IfLink, IFLA_BRPORT_PRIORITY);
    CONSTANT(IfLink, IFLA_BRPORT_COST);
    CONSTANT(IfLink, IFLA_BRPORT_MODE);
    CONSTANT(IfLink, IFLA_BRPORT_GUARD);
    CONSTANT(IfLink, IFLA_BRPORT_PROTECT);
    CONSTANT(IfLink, IFLA_BRPORT_FAST_LEAVE);
    CONSTANT(IfLink, IFLA_BRPORT_LEARNING);
    CONSTANT(IfLink, IFLA_BRPORT_UNICAST_FLOOD);
    CONSTANT(IfLink, IFLA_BRPORT_PROXYARP);
    CONSTANT(IfLink, IFLA_BRPORT_PROXYARP_WIFI);
    CONSTANT(IfLink, IFLA_BRPORT_MULTICAST_ROUTER);
    CONSTANT(IfLink, IFLA_BRPORT_MCAST_FLOOD);
    CONSTANT(IfLink, IFLA_BRPORT_MCAST_TO_UCAST);
    CONSTANT(IfLink, IFLA_BRPORT_VLAN_TUNNEL);
    CONSTANT(IfLink, IFLA_BRPORT_BCAST_FLOOD);
    CONSTANT(IfLink, IFLA_BRPORT_GROUP_FWD_MASK);
    CONSTANT(IfLink, IFLA_BRPORT_NEIGH_SUPPRESS);
    CONSTANT(IfLink, IFLA_BRPORT_ISOLATED);
    CONSTANT(IfLink, IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT);
    CONSTANT(IfLink, IFLA_BRPORT_LOCKED);
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
    CONSTANT(If, IFF_NOARP);
    CONSTANT(If, IFF_PROMISC);
    CONSTANT(If, IFF_ALLMULTI);
    CONSTANT(If, IFF_MULTICAST);
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
    CONSTANT(Socket, AF_INET6);
    CONSTANT(Socket, AF_BRIDGE);
    CONSTANT(Socket, AF_MPLS);
    CONSTANT(Socket, AF_XDP);
    CONSTANT(Socket, SOCK_STREAM);
    CONSTANT(Socket, SOCK_NONBLOCK);
    CONSTANT(Socket, SO_BINDTOIFINDEX);
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
    CONSTANT(Poll, POLLOUT);
    CONSTANT(Poll, POLLERR);
}

static void fcntl_h(void) {
    CONSTANT(Fcntl, O_RDONLY);
    CONSTANT(Fcntl, O_WRONLY);
    CONSTANT(Fcntl, O_NONBLOCK);
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

static void ifAddr_h(void) {
    CONSTANT(IfAddr, IFA_ADDRESS);
    CONSTANT(IfAddr, IFA_LOCAL);
    CONSTANT(IfAddr, IFA_LABEL);
    CONSTANT(IfAddr, IFA_BROADCAST);
    CONSTANT(IfAddr, IFA_CACHEINFO);
    CONSTANT(IfAddr, IFA_FLAGS);
    CONSTANT(IfAddr, IFA_RT_PRIORITY);
    CONSTANT(IfAddr, IFA_PROTO);
    CONSTANT(IfAddr, IFA_F_SECONDARY);
    CONSTANT(IfAddr, IFA_F_TEMPORARY);
    CONSTANT(IfAddr, IFA_F_NODAD);
    CONSTANT(IfAddr, IFA_F_OPTIMISTIC);
    CONSTANT(IfAddr, IFA_F_DADFAILED);
    CONSTANT(IfAddr, IFA_F_HOMEADDRESS);
    CONSTANT(IfAddr, IFA_F_DEPRECATED);
    CONSTANT(IfAddr, IFA_F_TENTATIVE);
    CONSTANT(IfAddr, IFA_F_PERMANENT);
    CONSTANT(IfAddr, IFA_F_MANAGETEMPADDR);
    CONSTANT(IfAddr, IFA_F_NOPREFIXROUTE);
    CONSTANT(IfAddr, IFA_F_MCAUTOJOIN);
    CONSTANT(IfAddr, IFAPROT_KERNEL_LO);
    CONSTANT(IfAddr, IFAPROT_KERNEL_RA);
    CONSTANT(IfAddr, IFAPROT_KERNEL_LL);
}

static void fibRules_h(void) {
    CONSTANT(FibRules, FRA_DST);
    CONSTANT(FibRules, FRA_SRC);
    CONSTANT(FibRules, FRA_IIFNAME);
    CONSTANT(FibRules, FRA_PRIORITY);
    CONSTANT(FibRules, FRA_TABLE);
    CONSTANT(FibRules, FRA_OIFNAME);
    CONSTANT(FibRules, FIB_RULE_IIF_DETACHED);
    CONSTANT(FibRules, FIB_RULE_OIF_DETACHED);
}

static void neighbour_h(void) {
    CONSTANT(Neighbour, NDA_DST);
    CONSTANT(Neighbour, NDA_LLADDR);
    CONSTANT(Neighbour, NDA_CACHEINFO);
    CONSTANT(Neighbour, NDA_PROBES);
    CONSTANT(Neighbour, NUD_INCOMPLETE);
    CONSTANT(Neighbour, NUD_REACHABLE);
    CONSTANT(Neighbour, NUD_STALE);
    CONSTANT(Neighbour, NUD_DELAY);
    CONSTANT(Neighbour, NUD_PROBE);
    CONSTANT(Neighbour, NUD_FAILED);
    CONSTANT(Neighbour, NUD_NOARP);
    CONSTANT(Neighbour, NUD_PERMANENT);
    CONSTANT(Neighbour, NTF_USE);
    CONSTANT(Neighbour, NTF_PROXY);
}

static void nexthop_h(void) {
    CONSTANT(Nexthop, NHA_ID);
    CONSTANT(Nexthop, NHA_GROUP);
    CONSTANT(Nexthop, NHA_BLACKHOLE);
    CONSTANT(Nexthop, NHA_OIF);
    CONSTANT(Nexthop, NHA_GATEWAY);
    CONSTANT(Nexthop, NHA_FDB);
    CONSTANT(Nexthop, NHA_GROUP_TYPE);
    CONSTANT(Nexthop, NHA_ENCAP_TYPE);
    CONSTANT(Nexthop, NHA_ENCAP);
    CONSTANT(Nexthop, NHA_RES_GROUP);
    CONSTANT(Nexthop, NHA_RES_GROUP_UNBALANCED_TIME);
}

static void ethtoolNetlink_h(void) {
    CONSTANT(EthtoolNetlink, ETHTOOL_GENL_VERSION);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_HEADER_DEV_INDEX);
    CONSTANT(EthtoolNetlink, ETHTOOL_MSG_RINGS_GET);
    CONSTANT(EthtoolNetlink, ETHTOOL_MSG_RINGS_SET);
    CONSTANT(EthtoolNetlink, ETHTOOL_MSG_CHANNELS_GET);
    CONSTANT(EthtoolNetlink, ETHTOOL_MSG_CHANNELS_SET);
    CONSTANT(EthtoolNetlink, ETHTOOL_MSG_COALESCE_GET);
    CONSTANT(EthtoolNetlink, ETHTOOL_MSG_COALESCE_SET);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_RINGS_HEADER);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_RINGS_RX);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_RINGS_RX_MINI);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_RINGS_RX_JUMBO);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_RINGS_TX);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_RINGS_TX_PUSH);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_CHANNELS_HEADER);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_CHANNELS_RX_COUNT);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_CHANNELS_TX_COUNT);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_CHANNELS_COMBINED_COUNT);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_COALESCE_HEADER);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_COALESCE_RX_USECS);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_COALESCE_RX_MAX_FRAMES);
    CONSTANT(EthtoolNetlink, ETHTOOL_A_COALESCE_USE_CQE_MODE_RX);
}

static void sockDiag_h(void) {
    CONSTANT(SockDiag, SOCK_DIAG_BY_FAMILY);
    CONSTANT(SockDiag, XDP_SHOW_INFO);
    CONSTANT(SockDiag, XDP_DIAG_INFO);
}

static void ifaddrmsg_struct(void) {
    SIZE(Ifaddrmsg, ifaddrmsg);
    OFFSET(Ifaddrmsg, IFA_FAMILY, ifaddrmsg, ifa_family);
    OFFSET(Ifaddrmsg, IFA_PREFIXLEN, ifaddrmsg, ifa_prefixlen);
    OFFSET(Ifaddrmsg, IFA_FLAGS, ifaddrmsg, ifa_flags);
    OFFSET(Ifaddrmsg, IFA_SCOPE, ifaddrmsg, ifa_scope);
    OFFSET(Ifaddrmsg, IFA_INDEX, ifaddrmsg, ifa_index);
}

static void ifa_cacheinfo_struct(void) {
    SIZE(IfaCacheinfo, ifa_cacheinfo);
    OFFSET(IfaCacheinfo, IFA_PREFERED, ifa_cacheinfo, ifa_prefered);
    OFFSET(IfaCacheinfo, IFA_VALID, ifa_cacheinfo, ifa_valid);
}

static void rtmsg_struct(void) {
    SIZE(Rtmsg, rtmsg);
    OFFSET(Rtmsg, RTM_FAMILY, rtmsg, rtm_family);
    OFFSET(Rtmsg, RTM_DST_LEN, rtmsg, rtm_dst_len);
    OFFSET(Rtmsg, RTM_SRC_LEN, rtmsg, rtm_src_len);
    OFFSET(Rtmsg, RTM_TOS, rtmsg, rtm_tos);
    OFFSET(Rtmsg, RTM_TABLE, rtmsg, rtm_table);
    OFFSET(Rtmsg, RTM_PROTOCOL, rtmsg, rtm_protocol);
    OFFSET(Rtmsg, RTM_SCOPE, rtmsg, rtm_scope);
    OFFSET(Rtmsg, RTM_TYPE, rtmsg, rtm_type);
    OFFSET(Rtmsg, RTM_FLAGS, rtmsg, rtm_flags);
}

static void rtnexthop_struct(void) {
    SIZE(Rtnexthop, rtnexthop);
    OFFSET(Rtnexthop, RTNH_LEN, rtnexthop, rtnh_len);
    OFFSET(Rtnexthop, RTNH_FLAGS, rtnexthop, rtnh_flags);
    OFFSET(Rtnexthop, RTNH_HOPS, rtnexthop, rtnh_hops);
    OFFSET(Rtnexthop, RTNH_IFINDEX, rtnexthop, rtnh_ifindex);
}

static void rta_cacheinfo_struct(void) {
    SIZE(RtaCacheinfo, rta_cacheinfo);
    OFFSET(RtaCacheinfo, RTA_EXPIRES, rta_cacheinfo, rta_expires);
}

static void fib_rule_hdr_struct(void) {
    SIZE(FibRuleHdr, fib_rule_hdr);
    OFFSET(FibRuleHdr, FAMILY, fib_rule_hdr, family);
    OFFSET(FibRuleHdr, FLAGS, fib_rule_hdr, flags);
}

static void ndmsg_struct(void) {
    SIZE(Ndmsg, ndmsg);
    OFFSET(Ndmsg, NDM_FAMILY, ndmsg, ndm_family);
    OFFSET(Ndmsg, NDM_IFINDEX, ndmsg, ndm_ifindex);
    OFFSET(Ndmsg, NDM_STATE, ndmsg, ndm_state);
    OFFSET(Ndmsg, NDM_FLAGS, ndmsg, ndm_flags);
}

static void nhmsg_struct(void) {
    SIZE(Nhmsg, nhmsg);
    OFFSET(Nhmsg, NH_FAMILY, nhmsg, nh_family);
    OFFSET(Nhmsg, NH_SCOPE, nhmsg, nh_scope);
    OFFSET(Nhmsg, NH_FLAGS, nhmsg, nh_flags);
}

static void genlmsghdr_struct(void) {
    SIZE(Genlmsghdr, genlmsghdr);
    OFFSET(Genlmsghdr, CMD, genlmsghdr, cmd);
    OFFSET(Genlmsghdr, VERSION, genlmsghdr, version);
}

static void xdp_diag_req_struct(void) {
    SIZE(XdpDiagReq, xdp_diag_req);
    OFFSET(XdpDiagReq, SDIAG_FAMILY, xdp_diag_req, sdiag_family);
    OFFSET(XdpDiagReq, XDIAG_SHOW, xdp_diag_req, xdiag_show);
}

static void xdp_diag_msg_struct(void) {
    SIZE(XdpDiagMsg, xdp_diag_msg);
    OFFSET(XdpDiagMsg, XDIAG_INO, xdp_diag_msg, xdiag_ino);
}

static void unistd_h(void) {
    CONSTANT(Unistd, SEEK_END);
}

static void in_h(void) {
    CONSTANT(In, IPPROTO_IP);
    CONSTANT(In, IPPROTO_ICMP);
    CONSTANT(In, IPPROTO_ICMPV6);
}

static void sockaddr_in_struct(void) {
    SIZE(SockaddrIn, sockaddr_in);
    OFFSET(SockaddrIn, SIN_FAMILY, sockaddr_in, sin_family);
    OFFSET(SockaddrIn, SIN_PORT, sockaddr_in, sin_port);
    OFFSET(SockaddrIn, SIN_ADDR, sockaddr_in, sin_addr);
}

static void sockaddr_in6_struct(void) {
    SIZE(SockaddrIn6, sockaddr_in6);
    OFFSET(SockaddrIn6, SIN6_FAMILY, sockaddr_in6, sin6_family);
    OFFSET(SockaddrIn6, SIN6_PORT, sockaddr_in6, sin6_port);
    OFFSET(SockaddrIn6, SIN6_ADDR, sockaddr_in6, sin6_addr);
    OFFSET(SockaddrIn6, SIN6_SCOPE_ID, sockaddr_in6, sin6_scope_id);
}

static void icmp_h(void) {
    SIZE(Icmp, icmphdr);
    OFFSET(Icmp, TYPE, icmphdr, type);
    OFFSET(Icmp, CHECKSUM, icmphdr, checksum);
    OFFSET(Icmp, ECHO_ID, icmphdr, un.echo.id);
    CONSTANT(Icmp, ICMP_ECHO);
    CONSTANT(Icmp, ICMP_ECHOREPLY);
    CONSTANT(Icmp, ICMPV6_ECHO_REQUEST);
    CONSTANT(Icmp, ICMPV6_ECHO_REPLY);
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
    ifAddr_h();
    fibRules_h();
    neighbour_h();
    nexthop_h();
    ethtoolNetlink_h();
    sockDiag_h();
    ifaddrmsg_struct();
    ifa_cacheinfo_struct();
    rtmsg_struct();
    rtnexthop_struct();
    rta_cacheinfo_struct();
    fib_rule_hdr_struct();
    ndmsg_struct();
    nhmsg_struct();
    genlmsghdr_struct();
    xdp_diag_req_struct();
    xdp_diag_msg_struct();
    unistd_h();
    in_h();
    sockaddr_in_struct();
    sockaddr_in6_struct();
    icmp_h();
    errno_h();
    return 0;
}
