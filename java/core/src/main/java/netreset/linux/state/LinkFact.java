// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import netreset.linux.abi.IfLink;
import netreset.linux.netlink.MacAddress;
import netreset.linux.netlink.Message;

/** One thing that a link was set to. What it is tells how it is put back. */
sealed interface LinkFact {
    /** It is there; a child that is gone has to be made. */
    record Exists() implements LinkFact {}

    /** Whether it is switched on. */
    record Admin(boolean up) implements LinkFact {}

    /** Its hardware address. */
    record Hardware(ByteBuffer address) implements LinkFact {}

    /** An attribute of RTM_SETLINK. */
    record Setting(int attribute, ByteBuffer value) implements LinkFact {}

    /** Flags that a person sets. */
    record Flags(int flags) implements LinkFact {}

    /** One alternative name. */
    record AlternativeName(String name) implements LinkFact {}

    /** Whose port it is. */
    record Port(LinkFacts master) implements LinkFact {}

    /** A setting of the port. */
    record PortSetting(String kind, int attribute, ByteBuffer value) implements LinkFact {}

    /** A setting of the driver. */
    record DriverSetting(EthtoolSetting setting, int attribute, ByteBuffer value) implements LinkFact {}

    /** How many virtual functions it has. */
    record VirtualFunctions(int count) implements LinkFact {}

    /** A link on it that netreset can't make. */
    record Stranger(LinkFacts link) implements LinkFact {}

    /** Port settings that can be set, by kind of the master; the others a dump has are of the moment. */
    Map<String, Set<Integer>> PORT_SETTINGS = Map.of(
            "bridge",
            Set.of(
                    IfLink.IFLA_BRPORT_PRIORITY,
                    IfLink.IFLA_BRPORT_COST,
                    IfLink.IFLA_BRPORT_MODE,
                    IfLink.IFLA_BRPORT_GUARD,
                    IfLink.IFLA_BRPORT_PROTECT,
                    IfLink.IFLA_BRPORT_FAST_LEAVE,
                    IfLink.IFLA_BRPORT_LEARNING,
                    IfLink.IFLA_BRPORT_UNICAST_FLOOD,
                    IfLink.IFLA_BRPORT_PROXYARP,
                    IfLink.IFLA_BRPORT_PROXYARP_WIFI,
                    IfLink.IFLA_BRPORT_MULTICAST_ROUTER,
                    IfLink.IFLA_BRPORT_MCAST_FLOOD,
                    IfLink.IFLA_BRPORT_MCAST_TO_UCAST,
                    IfLink.IFLA_BRPORT_VLAN_TUNNEL,
                    IfLink.IFLA_BRPORT_BCAST_FLOOD,
                    IfLink.IFLA_BRPORT_GROUP_FWD_MASK,
                    IfLink.IFLA_BRPORT_NEIGH_SUPPRESS,
                    IfLink.IFLA_BRPORT_ISOLATED,
                    IfLink.IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT,
                    IfLink.IFLA_BRPORT_LOCKED),
            "bond",
            Set.of(IfLink.IFLA_BOND_SLAVE_QUEUE_ID, IfLink.IFLA_BOND_SLAVE_PRIO));

    /** All that a link was set to, by a line for people, in the order in which it is put back. */
    static Map<String, LinkFact> of(NicState state, Labels labels) {
        Map<String, LinkFact> facts = new LinkedHashMap<>();
        LinkFacts link = state.link();
        String who = labels.of(link.index()) + ": ";
        facts.put(who + "there" + kind(link), new Exists());
        MacAddress hardware = link.hardwareAddress();
        ByteBuffer address = link.attributes().payload(IfLink.IFLA_ADDRESS);
        if (hardware != null && address != null && state.master() == null) { // a master may lend its own
            facts.put(who + "hardware address " + hardware, new Hardware(address));
        }
        putSettings(who, link, facts);
        state.link().alternativeNames().forEach(name -> facts.put(who + "altname " + name, new AlternativeName(name)));
        Integer functions = state.virtualFunctions();
        if (functions != null && functions > 0) { // to have none is nothing that could be lost
            facts.put(who + functions + " virtual functions", new VirtualFunctions(functions));
        }
        state.ethtool().forEach((setting, message) -> putDriverSettings(who, setting, message, facts));
        LinkFacts master = state.master();
        if (master != null) {
            facts.put(who + "port of " + labels.of(master.index()), new Port(master));
            putPortSettings(who, link, facts);
        }
        facts.put(who + (link.isUp() ? "up" : "down"), new Admin(link.isUp()));
        state.strangers()
                .forEach(stranger -> facts.put(
                        who + "below the " + stranger.kind() + " " + labels.of(stranger.index()),
                        new Stranger(stranger)));
        return facts;
    }

    private static String kind(LinkFacts link) {
        int vlan = link.data().u16(IfLink.IFLA_VLAN_ID, 0);
        return switch (link.kind()) {
            case "" -> "";
            case "vlan" -> ", vlan " + vlan;
            default -> ", a " + link.kind();
        };
    }

    private static void putSettings(String who, LinkFacts link, Map<String, LinkFact> facts) {
        putNumber(who + "mtu ", link, IfLink.IFLA_MTU, facts);
        putNumber(who + "txqueuelen ", link, IfLink.IFLA_TXQLEN, facts);
        putNumber(who + "group ", link, IfLink.IFLA_GROUP, facts);
        ByteBuffer alias = link.attributes().payload(IfLink.IFLA_IFALIAS);
        if (alias != null) {
            facts.put(
                    who + "alias " + link.attributes().text(IfLink.IFLA_IFALIAS),
                    new Setting(IfLink.IFLA_IFALIAS, alias));
        }
        int flags = link.flags() & LinkFacts.SETTABLE_FLAGS;
        facts.put(who + "flags 0x" + Integer.toHexString(flags), new Flags(flags));
    }

    private static void putNumber(String what, LinkFacts link, int attribute, Map<String, LinkFact> facts) {
        ByteBuffer value = link.attributes().payload(attribute);
        if (value != null) {
            String number = Integer.toUnsignedString(link.attributes().s32(attribute, 0));
            facts.put(what + number, new Setting(attribute, value));
        }
    }

    private static void putPortSettings(String who, LinkFacts link, Map<String, LinkFact> facts) {
        Set<Integer> settable = PORT_SETTINGS.getOrDefault(link.slaveKind(), Set.of());
        for (int attribute : new TreeSet<>(link.slaveData().types())) {
            ByteBuffer value = link.slaveData().payload(attribute);
            if (settable.contains(attribute) && value != null) {
                facts.put(
                        who + link.slaveKind() + " port setting " + attribute + " " + IpText.hex(value),
                        new PortSetting(link.slaveKind(), attribute, value));
            }
        }
    }

    private static void putDriverSettings(
            String who, EthtoolSetting setting, Message message, Map<String, LinkFact> facts) {
        for (int attribute : new TreeSet<>(message.attributes().types())) {
            ByteBuffer value = message.attributes().payload(attribute);
            if (setting.isSettable(attribute) && value != null) {
                facts.put(
                        who + setting.word() + " " + setting.word(attribute) + " "
                                + EthtoolFamily.value(message.attributes(), attribute),
                        new DriverSetting(setting, attribute, value));
            }
        }
    }
}
