// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import netreset.linux.abi.If;
import netreset.linux.abi.IfArp;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Rtnetlink;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule({"L75", "L76"})
class LinkDecoderTest {
    private static final int UP = If.IFF_UP | If.IFF_RUNNING | If.IFF_LOWER_UP;
    private static final int AF_BRIDGE = 7;

    private static byte[] newLink(ByteOrder order, Consumer<NetlinkBytes> attributes) {
        return newLink(order, 0, 2, attributes);
    }

    private static byte[] newLink(ByteOrder order, int family, int index, Consumer<NetlinkBytes> attributes) {
        return new NetlinkBytes(order)
                .message(Rtnetlink.RTM_NEWLINK, 0, 1, payload -> {
                    payload.ifinfomsg(family, IfArp.ARPHRD_ETHER, index, UP);
                    attributes.accept(payload);
                })
                .bytes();
    }

    @ByteOrders
    void everyAttributeIsDecoded(ByteOrder order) throws MalformedMessageException {
        byte[] datagram = newLink(
                order,
                link -> link.attribute(IfLink.IFLA_IFNAME, "eth0")
                        .attribute(
                                IfLink.IFLA_PROP_LIST,
                                list -> list.attribute(IfLink.IFLA_ALT_IFNAME, "enp0s3")
                                        .attribute(99, "another property")
                                        .attribute(IfLink.IFLA_ALT_IFNAME, "größe"))
                        .attribute(IfLink.IFLA_OPERSTATE, new byte[] {If.IF_OPER_DORMANT})
                        .attribute(
                                IfLink.IFLA_LINKINFO,
                                info -> info.attribute(IfLink.IFLA_INFO_KIND, "vlan")
                                        .attribute(IfLink.IFLA_INFO_SLAVE_KIND, "bond"))
                        .attribute(IfLink.IFLA_ADDRESS, new byte[] {2, 0, 0, 0, 0, (byte) 0xff})
                        .attribute(IfLink.IFLA_PERM_ADDRESS, new byte[] {2, 0, 0, 0, 0, 1})
                        .attribute(IfLink.IFLA_MTU, -1)
                        .attribute(IfLink.IFLA_MASTER, 7)
                        .attribute(IfLink.IFLA_LINK, 8)
                        .attribute(IfLink.IFLA_LINK_NETNSID, 9)
                        .attribute(IfLink.IFLA_CARRIER, new byte[] {1})
                        .attribute(IfLink.IFLA_CARRIER_CHANGES, -2)
                        .attribute(IfLink.IFLA_CARRIER_UP_COUNT, -3)
                        .attribute(IfLink.IFLA_CARRIER_DOWN_COUNT, -4)
                        .attribute(IfLink.IFLA_PARENT_DEV_NAME, "0000:00:03.0")
                        .attribute(IfLink.IFLA_PARENT_DEV_BUS_NAME, "pci")
                        .attribute(IfLink.IFLA_PHYS_PORT_NAME, "p0")
                        .attribute(IfLink.IFLA_EVENT, IfLink.IFLA_EVENT_REBOOT)
                        .attribute(0x3ffe, "an attribute of the future"));

        assertThat(Messages.decodeAll(datagram, order))
                .containsExactly(new Link(
                        2,
                        "eth0",
                        List.of("enp0s3", "größe"),
                        IfArp.ARPHRD_ETHER,
                        UP,
                        OperState.DORMANT,
                        "vlan",
                        "bond",
                        new MacAddress("02:00:00:00:00:ff"),
                        new MacAddress("02:00:00:00:00:01"),
                        0xffffffffL,
                        7,
                        8,
                        9,
                        true,
                        0xfffffffeL,
                        0xfffffffdL,
                        0xfffffffcL,
                        "0000:00:03.0",
                        "pci",
                        "p0",
                        IfLink.IFLA_EVENT_REBOOT));
    }

    @ByteOrders
    void whatIsNotSaidIsNull(ByteOrder order) throws MalformedMessageException {
        byte[] datagram = newLink(
                order, link -> link.attribute(IfLink.IFLA_IFNAME, "tun0").attribute(IfLink.IFLA_ADDRESS, new byte[0]));

        Link link = Messages.links(List.of(datagram), order).get(0);

        assertThat(link)
                .usingRecursiveComparison()
                .isEqualTo(new Link(
                        2,
                        "tun0",
                        List.of(),
                        1,
                        UP,
                        OperState.UNKNOWN,
                        null,
                        null,
                        null,
                        null,
                        0,
                        0,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        IfLink.IFLA_EVENT_NONE));
    }

    @ByteOrders
    void linksOfARealKernel(ByteOrder order) throws MalformedMessageException {
        List<Link> links = Messages.links(Recording.datagrams("dump.hex", order), order);

        assertThat(links).extracting(Link::name).containsExactly("lo", "caf\uDCE9", "left", "bridge", "above");
        assertThat(links).extracting(Link::kind).containsExactly(null, "veth", "veth", "bridge", "macvlan");
        assertThat(links)
                .extracting(link -> String.valueOf(link.address()))
                .containsExactly(
                        "00:00:00:00:00:00",
                        "02:00:00:00:00:02",
                        "02:00:00:00:00:01",
                        "02:00:00:00:00:03",
                        "02:00:00:00:00:04");
        assertThat(links).allMatch(Link::isUp).allMatch(Link::isLowerUp).allMatch(Link::isRunning);
        assertThat(links).filteredOn(Link::isLoopback).containsExactly(links.get(0));

        Link loopback = links.get(0);
        assertThat(loopback.type()).isEqualTo(IfArp.ARPHRD_LOOPBACK);
        assertThat(loopback.operState()).isEqualTo(OperState.UNKNOWN);
        assertThat(loopback.mtu()).isEqualTo(65536);
        assertThat(loopback.carrierChanges()).isZero();

        Link right = links.get(1);
        Link left = links.get(2);
        Link bridge = links.get(3);
        assertThat(left.operState()).isEqualTo(OperState.UP);
        assertThat(left.carrier()).isTrue();
        assertThat(left.carrierChanges()).isEqualTo(2);
        assertThat(left.carrierUpCount()).isEqualTo(1);
        assertThat(left.carrierDownCount()).isEqualTo(1);
        assertThat(left.slaveKind()).isEqualTo("bridge");
        assertThat(left.masterIndex()).isEqualTo(bridge.index());
        assertThat(left.lowerIndex()).isEqualTo(right.index());
        assertThat(left.lowerNamespaceId()).isNull();
        assertThat(links.get(4).lowerIndex()).isEqualTo(right.index());
        assertThat(bridge.alternativeNames()).containsExactly("a-name-longer-than-sixteen-bytes", "größe");
        assertThat(bridge.isCalled("größe")).isTrue();
        assertThat(bridge.isCalled("bridge")).isTrue();
        assertThat(bridge.isCalled("left")).isFalse();
    }

    @Test
    void aBridgesViewOfAPortAndWirelessEventsAreNotAboutALink() throws MalformedMessageException {
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        byte[] port = newLink(order, AF_BRIDGE, 2, link -> link.attribute(IfLink.IFLA_IFNAME, "eth0"));
        byte[] wireless = newLink(
                order,
                link -> link.attribute(IfLink.IFLA_IFNAME, "wlan0").attribute(IfLink.IFLA_WIRELESS, new byte[8]));

        assertThat(Messages.links(List.of(port, wireless), order)).isEmpty();
    }

    @Test
    void aLinkWithoutANameOrIndexIsMalformed() {
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        byte[] nameless = newLink(order, link -> {});
        byte[] emptyName = newLink(order, link -> link.attribute(IfLink.IFLA_IFNAME, ""));
        byte[] indexless = newLink(order, 0, 0, link -> link.attribute(IfLink.IFLA_IFNAME, "eth0"));

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Messages.decodeAll(nameless, order))
                .withMessage("link 2 has no name");
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Messages.decodeAll(emptyName, order))
                .withMessage("link 2 has no name");
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Messages.decodeAll(indexless, order))
                .withMessage("ifi_index is 0");
    }

    @Test
    void everyOperStateHasItsNumber() {
        OperState[] states = OperState.values();
        for (int number = 0; number < states.length; number++) {
            assertThat(OperState.of(number)).isEqualTo(states[number]);
        }
        assertThat(OperState.of(states.length)).isEqualTo(OperState.UNKNOWN);
        assertThat(OperState.of(-1)).isEqualTo(OperState.UNKNOWN);
    }
}
