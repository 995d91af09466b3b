// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netreset.linux.abi.Errno;
import netreset.linux.abi.If;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Ifinfomsg;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.Request;
import org.jspecify.annotations.Nullable;

/** Puts back what links themselves were set to: everything but addresses and routes. */
final class LinkRestorer {
    /** Masters that take no port that is up (drivers/net/bonding/bond_main.c, bond_enslave; drivers/net/team). */
    private static final Set<String> WANT_PORTS_DOWN = Set.of("bond", "team");

    private static final int ORDER = Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK;

    private final KernelSocket route;
    private final EthtoolFamily ethtool;
    private final KernelFiles files;
    private final Reasons reasons;
    private final List<String> notes;

    LinkRestorer(KernelSocket route, EthtoolFamily ethtool, KernelFiles files, Reasons reasons, List<String> notes) {
        this.route = route;
        this.ethtool = ethtool;
        this.files = files;
        this.reasons = reasons;
        this.notes = notes;
    }

    /**
     * Puts back what a link was set to and isn't.
     *
     * @param missing by their lines, in the order in which they are put back
     * @param now the link as it is
     */
    void restore(Map<String, LinkFact> missing, LinkFacts now, Indexes indexes) {
        boolean wantsDown = missing.values().stream()
                .anyMatch(fact -> fact instanceof LinkFact.Port port
                        && WANT_PORTS_DOWN.contains(port.master().kind()));
        if (wantsDown && now.isUp()) {
            notes.add(now.name() + " was switched off for a moment: its master takes no port that is on");
            reasons.attempt(now.name() + ": down", () -> setUp(now.index(), false));
        }
        Map<String, LinkFact> again = new LinkedHashMap<>();
        missing.forEach((what, fact) -> {
            int failure = reasons.failure(what, () -> put(fact, now, indexes));
            if (failure != 0 && fact instanceof LinkFact.DriverSetting) {
                again.put(what, fact); // some drivers want to be up for it
            }
        });
        boolean isUp = missing.values().stream().anyMatch(fact -> fact.equals(new LinkFact.Admin(true)));
        if (isUp) {
            again.forEach((what, fact) -> reasons.attempt(what, () -> put(fact, now, indexes)));
        }
    }

    private void put(LinkFact fact, LinkFacts now, Indexes indexes) throws NetlinkException, MissingLinkException {
        int index = now.index();
        if (fact instanceof LinkFact.Hardware hardware) {
            setHardware(now, hardware.address());
        } else if (fact instanceof LinkFact.Setting setting) {
            route.order(link(index, 0, 0).attribute(setting.attribute(), setting.value()));
        } else if (fact instanceof LinkFact.Flags flags) {
            route.order(link(index, flags.flags(), LinkFacts.SETTABLE_FLAGS));
        } else if (fact instanceof LinkFact.AlternativeName name) {
            route.order(alternativeName(index, name.name()));
        } else if (fact instanceof LinkFact.VirtualFunctions functions) {
            setVirtualFunctions(now, functions.count());
        } else if (fact instanceof LinkFact.DriverSetting setting) {
            ethtool.write(setting.setting(), index, setting.attribute(), setting.value());
        } else if (fact instanceof LinkFact.Port port) {
            int master = indexes.of(port.master().index());
            route.order(link(index, 0, 0).attributeU32(IfLink.IFLA_MASTER, master));
        } else if (fact instanceof LinkFact.PortSetting setting) {
            route.order(portSetting(index, setting));
        } else if (fact instanceof LinkFact.Admin admin) {
            setUp(index, admin.up());
        } else if (fact instanceof LinkFact.Stranger stranger) {
            throw NetlinkException.unusable(
                    "RTM_NEWLINK", "netreset doesn't make a " + stranger.link().kind() + " again", null);
        }
    }

    void setUp(int index, boolean up) throws NetlinkException {
        route.order(link(index, up ? If.IFF_UP : 0, If.IFF_UP));
    }

    /** Most drivers take another address while they are up; the others say EBUSY. */
    private void setHardware(LinkFacts now, ByteBuffer address) throws NetlinkException {
        Request request = link(now.index(), 0, 0).attribute(IfLink.IFLA_ADDRESS, address);
        try {
            route.order(request);
        } catch (NetlinkException e) {
            if (e.errno() != Errno.EBUSY || !now.isUp()) {
                throw e;
            }
            notes.add(now.name() + " was switched off for a moment: its driver takes no hardware address while on");
            setUp(now.index(), false);
            try {
                route.order(request);
            } finally {
                setUp(now.index(), true);
            }
        }
    }

    private void setVirtualFunctions(LinkFacts link, int count) throws NetlinkException {
        Path device = files.device(link.parentBus(), link.parentDevice());
        if (device == null) {
            throw NetlinkException.unusable("sriov_numvfs", "the kernel doesn't tell its device", null);
        }
        Path file = device.resolve("sriov_numvfs");
        String now = files.text(file);
        if (!"0".equals(now)) {
            throw NetlinkException.unusable(
                    "sriov_numvfs", "it is " + now + ", and drivers change it by way of 0 only", null);
        }
        try {
            Files.write(file, String.valueOf(count).getBytes(US_ASCII));
        } catch (IOException e) {
            throw NetlinkException.unusable("write to " + file, String.valueOf(e.getMessage()), e);
        }
        notes.add("the " + count + " virtual functions of " + link.name()
                + " are new: what was set for each (address, VLAN, trust, driver) isn't kept");
    }

    /** Makes a link that was on the NIC. */
    void create(NicState child, NicState parent, int parentIndex) throws NetlinkException {
        LinkFacts link = child.link();
        ByteBuffer address = link.attributes().payload(IfLink.IFLA_ADDRESS);
        Request request = new Request(
                        "RTM_NEWLINK", Rtnetlink.RTM_NEWLINK, ORDER | Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL)
                .bytes(header(0, 0, 0))
                .attribute(IfLink.IFLA_IFNAME, link.name())
                .attributeU32(IfLink.IFLA_LINK, parentIndex);
        if (address != null && !address.equals(parent.link().attributes().payload(IfLink.IFLA_ADDRESS))) {
            request.attribute(IfLink.IFLA_ADDRESS, address);
        }
        route.order(request.nest(
                IfLink.IFLA_LINKINFO,
                info -> info.attribute(IfLink.IFLA_INFO_KIND, link.kind())
                        .nest(IfLink.IFLA_INFO_DATA, data -> putData(data, link))));
    }

    /** A vlan takes all it told; a macvlan told more than it takes. */
    private static void putData(Request data, LinkFacts link) {
        if (link.kind().equals("vlan")) {
            data.copyWithout(link.data(), Set.of());
            return;
        }
        for (int attribute : List.of(IfLink.IFLA_MACVLAN_MODE, IfLink.IFLA_MACVLAN_FLAGS)) {
            @Nullable ByteBuffer value = link.data().payload(attribute);
            if (value != null) {
                data.attribute(attribute, value);
            }
        }
    }

    private static Request alternativeName(int index, String name) {
        return new Request(
                        "RTM_NEWLINKPROP",
                        Rtnetlink.RTM_NEWLINKPROP,
                        ORDER | Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL | Netlink.NLM_F_APPEND)
                .bytes(header(index, 0, 0))
                .nest(IfLink.IFLA_PROP_LIST, list -> list.attribute(IfLink.IFLA_ALT_IFNAME, name));
    }

    private static Request portSetting(int index, LinkFact.PortSetting setting) {
        return new Request("RTM_NEWLINK", Rtnetlink.RTM_NEWLINK, ORDER)
                .bytes(header(index, 0, 0))
                .nest(
                        IfLink.IFLA_LINKINFO,
                        info -> info.attribute(IfLink.IFLA_INFO_SLAVE_KIND, setting.kind())
                                .nest(
                                        IfLink.IFLA_INFO_SLAVE_DATA,
                                        data -> data.attribute(setting.attribute(), setting.value())));
    }

    private static Request link(int index, int flags, int change) {
        return new Request("RTM_SETLINK", Rtnetlink.RTM_SETLINK, ORDER).bytes(header(index, flags, change));
    }

    /** A struct ifinfomsg. */
    private static ByteBuffer header(int index, int flags, int change) {
        return ByteBuffer.allocate(Ifinfomsg.SIZE)
                .order(ByteOrder.nativeOrder())
                .putInt(Ifinfomsg.IFI_INDEX, index)
                .putInt(Ifinfomsg.IFI_FLAGS, flags)
                .putInt(Ifinfomsg.IFI_CHANGE, change);
    }
}
