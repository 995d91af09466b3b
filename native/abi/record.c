// SPDX-License-Identifier: Apache-2.0
// Prints the datagrams the kernel sends on a NETLINK_ROUTE socket, one per line in hexadecimal: test data for the codec.
//
//   record dump              all links, asked for as netreset does
//   record get INDEX         the link with this ifindex
//   record refuse get|dump   the answer to a request with a field that strict checking forbids
//   record events COMMAND    what RTNLGRP_LINK hears while a shell runs COMMAND
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>

enum { QUIET_MILLIS = 300 };

static void die(const char *what) {
    fprintf(stderr, "record: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void set(int fd, int option, int value) {
    if (setsockopt(fd, SOL_NETLINK, option, &value, sizeof value) < 0) {
        die("setsockopt");
    }
}

static void ask(int fd, int flags, int index, unsigned change) {
    struct {
        struct nlmsghdr header;
        struct ifinfomsg link;
        struct nlattr attribute;
        __u32 mask;
    } request = {
        .header = {sizeof request, RTM_GETLINK, NLM_F_REQUEST | flags, 1, 0},
        .link = {.ifi_index = index, .ifi_change = change},
        .attribute = {sizeof(struct nlattr) + sizeof(__u32), IFLA_EXT_MASK},
        .mask = RTEXT_FILTER_SKIP_STATS,
    };
    if (send(fd, &request, sizeof request, 0) < 0) {
        die("send");
    }
}

static void print_until_quiet(int fd) {
    static unsigned char datagram[1 << 16];
    struct pollfd readable = {.fd = fd, .events = POLLIN};
    while (poll(&readable, 1, QUIET_MILLIS) > 0) {
        ssize_t length = recv(fd, datagram, sizeof datagram, MSG_TRUNC);
        if (length < 0 || length > (ssize_t) sizeof datagram) {
            die("recv");
        }
        for (ssize_t i = 0; i < length; i++) {
            printf("%02x", datagram[i]);
        }
        printf("\n");
    }
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    const char *operand = argc > 2 ? argv[2] : "";
    int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    struct sockaddr_nl address = {.nl_family = AF_NETLINK};
    if (fd < 0 || bind(fd, (struct sockaddr *) &address, sizeof address) < 0) {
        die("socket");
    }
    set(fd, NETLINK_EXT_ACK, 1);
    set(fd, NETLINK_GET_STRICT_CHK, 1);
    if (strcmp(what, "dump") == 0) {
        ask(fd, NLM_F_DUMP, 0, 0);
    } else if (strcmp(what, "get") == 0) {
        ask(fd, 0, atoi(operand), 0);
    } else if (strcmp(what, "refuse") == 0) {
        ask(fd, strcmp(operand, "dump") == 0 ? NLM_F_DUMP : 0, 1, 1);
    } else if (strcmp(what, "events") == 0) {
        set(fd, NETLINK_ADD_MEMBERSHIP, RTNLGRP_LINK);
        if (system(operand) != 0) {
            die(operand);
        }
    } else {
        fprintf(stderr, "usage: record dump | get INDEX | refuse get|dump | events COMMAND\n");
        return 2;
    }
    print_until_quiet(fd);
    return 0;
}
