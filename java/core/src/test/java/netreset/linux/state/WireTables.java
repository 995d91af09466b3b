// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import static java.util.Objects.requireNonNull;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import netreset.linux.abi.FibRuleHdr;
import netreset.linux.abi.FibRules;
import netreset.linux.abi.If;
import netreset.linux.abi.IfAddr;
import netreset.linux.abi.IfArp;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nexthop;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.netlink.NetlinkBytes;
import netreset.linux.netlink.ScriptedKernel;
import netreset.linux.netlink.ScriptedKernel.Step;
import org.jspecify.annotations.Nullable;

/** What a namespace has configured, as the kernel would list it; by type, or scripted in the order {@link Tables#readWays} asks. */
public final class WireTables {
    public static final int UP = If.IFF_UP | If.IFF_RUNNING | If.IFF_LOWER_UP;

    private final List<Consumer<NetlinkBytes>> links = new ArrayList<>();
    private final List<Consumer<NetlinkBytes>> addresses = new ArrayList<>();
    private final List<Consumer<NetlinkBytes>> routes = new ArrayList<>();
    private final List<Consumer<NetlinkBytes>> rules = new ArrayList<>();
    private final List<Consumer<NetlinkBytes>> nexthops = new ArrayList<>();

    /** A link with hardware behind it: {@code pci} and {@code 0000:03:00.INDEX}. */
    public WireTables nic(int index, String name, int flags, Consumer<NetlinkBytes> more) {
        return link(index, name, flags, bytes -> {
            bytes.attribute(IfLink.IFLA_PARENT_DEV_NAME, "0000:03:00." + index)
                    .attribute(IfLink.IFLA_PARENT_DEV_BUS_NAME, "pci");
            more.accept(bytes);
        });
    }

    public WireTables link(int index, String name, int flags, Consumer<NetlinkBytes> more) {
        links.add(bytes -> {
            bytes.ifinfomsg(0, IfArp.ARPHRD_ETHER, index, flags)
                    .attribute(IfLink.IFLA_IFNAME, name)
                    .attribute(IfLink.IFLA_MTU, 1500)
                    .attribute(IfLink.IFLA_OPERSTATE, new byte[] {
                        (byte) ((flags & If.IFF_LOWER_UP) == 0 ? If.IF_OPER_DOWN : If.IF_OPER_UP)
                    });
            more.accept(bytes);
        });
        return this;
    }

    /** A master or the like: {@code data} is what its kind says of it. */
    public WireTables kind(int index, String name, int flags, String kind, Consumer<NetlinkBytes> data) {
        return link(
                index,
                name,
                flags,
                bytes -> bytes.attribute(
                        IfLink.IFLA_LINKINFO,
                        info -> info.attribute(IfLink.IFLA_INFO_KIND, kind).attribute(IfLink.IFLA_INFO_DATA, data)));
    }

    /** What makes a link a port; {@code data} is what the master's kind says of it. */
    public static Consumer<NetlinkBytes> portOf(int master, String kind, Consumer<NetlinkBytes> data) {
        return bytes -> bytes.attribute(IfLink.IFLA_MASTER, master)
                .attribute(
                        IfLink.IFLA_LINKINFO,
                        info -> info.attribute(IfLink.IFLA_INFO_SLAVE_KIND, kind)
                                .attribute(IfLink.IFLA_INFO_SLAVE_DATA, data));
    }

    public WireTables address(int index, int prefixLength, int... bytes) {
        addresses.add(message -> message.raw(
                        new byte[] {(byte) (bytes.length == 4 ? 2 : 10), (byte) prefixLength, 0, 0})
                .int32(index)
                .attribute(IfAddr.IFA_LOCAL, ip(bytes)));
        return this;
    }

    /** fd00::2 with these flags and this IFA_CACHEINFO. */
    public WireTables addressWith(int index, int family, int flags, Consumer<NetlinkBytes> info) {
        byte[] address = new byte[16];
        address[0] = (byte) 0xfd;
        address[15] = 2;
        addresses.add(message -> message.raw(new byte[] {(byte) family, 64, 0, 0})
                .int32(index)
                .attribute(IfAddr.IFA_ADDRESS, address)
                .attribute(IfAddr.IFA_FLAGS, flags)
                .attribute(IfAddr.IFA_CACHEINFO, info));
        return this;
    }

    /** A route with one way; length 0 is the default route. */
    public WireTables route(int family, int table, int type, int length, int index, int... destination) {
        routes.add(message -> {
            message.raw(new byte[] {
                        (byte) family, (byte) length, 0, 0, (byte) Rtnetlink.RT_TABLE_COMPAT, 3, 0, (byte) type
                    })
                    .int32(0)
                    .attribute(Rtnetlink.RTA_TABLE, table);
            if (length > 0) {
                message.attribute(Rtnetlink.RTA_DST, ip(destination));
            }
            if (index != 0) {
                message.attribute(Rtnetlink.RTA_OIF, index);
            }
        });
        return this;
    }

    public WireTables routeByNexthop(int id) {
        routes.add(message -> message.raw(new byte[] {2, 0, 0, 0, (byte) 254, 3, 0, 1})
                .int32(0)
                .attribute(Rtnetlink.RTA_NH_ID, id));
        return this;
    }

    public WireTables nexthop(int id, int index) {
        nexthops.add(message ->
                message.raw(new byte[8]).attribute(Nexthop.NHA_ID, id).attribute(Nexthop.NHA_OIF, index));
        return this;
    }

    public WireTables nexthopGroup(int id, int member) {
        nexthops.add(message -> message.raw(new byte[8])
                .attribute(Nexthop.NHA_ID, id)
                .attribute(Nexthop.NHA_GROUP, group -> group.int32(member).int32(0)));
        return this;
    }

    /** A multipath route: the ways of it. */
    public WireTables multipath(int... indexes) {
        routes.add(message -> message.raw(new byte[] {2, 0, 0, 0, (byte) 254, 3, 0, 1})
                .int32(0)
                .attribute(Rtnetlink.RTA_MULTIPATH, array -> {
                    for (int index : indexes) {
                        array.int32(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 8 : 8 << 16)
                                .int32(index);
                    }
                }));
        return this;
    }

    public static byte[] ip(int... bytes) {
        byte[] address = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            address[i] = (byte) bytes[i];
        }
        return address;
    }

    /** Has the kernel answer the dumps once. */
    public WireTables script(ScriptedKernel kernel) {
        for (int type : List.of(
                Rtnetlink.RTM_GETLINK, Rtnetlink.RTM_GETADDR, Rtnetlink.RTM_GETROUTE, Rtnetlink.RTM_GETNEXTHOP)) {
            kernel.answer(sequence -> requireNonNull(list(type, sequence)));
        }
        return this;
    }

    /** The answer to a request for a dump; {@code null} if the type isn't one's. */
    public @Nullable List<Step> list(int type, int sequence) {
        return switch (type) {
            case Rtnetlink.RTM_GETLINK -> dump(sequence, Rtnetlink.RTM_NEWLINK, links);
            case Rtnetlink.RTM_GETADDR -> dump(sequence, Rtnetlink.RTM_NEWADDR, addresses);
            case Rtnetlink.RTM_GETROUTE -> dump(sequence, Rtnetlink.RTM_NEWROUTE, routes);
            case Rtnetlink.RTM_GETRULE -> dump(sequence, Rtnetlink.RTM_NEWRULE, rules);
            case Rtnetlink.RTM_GETNEIGH -> dump(sequence, Rtnetlink.RTM_NEWNEIGH, List.of());
            case Rtnetlink.RTM_GETNEXTHOP -> dump(sequence, Rtnetlink.RTM_NEWNEXTHOP, nexthops);
            default -> null;
        };
    }

    /** A rule for packets that come in by a link. */
    public WireTables rule(String link) {
        rules.add(message -> message.raw(new byte[FibRuleHdr.SIZE]).attribute(FibRules.FRA_IIFNAME, link));
        return this;
    }

    public static List<Step> dump(int sequence, int type, List<Consumer<NetlinkBytes>> messages) {
        List<Step> steps = new ArrayList<>();
        for (Consumer<NetlinkBytes> message : messages) {
            steps.add(ScriptedKernel.fromKernel(
                    NetlinkBytes.ofThisMachine().message(type, Netlink.NLM_F_MULTI, sequence, message)));
        }
        steps.add(ScriptedKernel.fromKernel(NetlinkBytes.ofThisMachine()
                .message(Netlink.NLMSG_DONE, Netlink.NLM_F_MULTI, sequence, end -> end.int32(0))));
        return steps;
    }

    /** An acknowledgement, or a refusal with the kernel's words. */
    public static Step answered(int sequence, int errno, String words) {
        return ScriptedKernel.fromKernel(NetlinkBytes.ofThisMachine()
                .message(Netlink.NLMSG_ERROR, Netlink.NLM_F_CAPPED | Netlink.NLM_F_ACK_TLVS, sequence, error -> {
                    error.int32(-errno).raw(new byte[16]);
                    if (!words.isEmpty()) {
                        error.attribute(Netlink.NLMSGERR_ATTR_MSG, words);
                    }
                }));
    }
}
