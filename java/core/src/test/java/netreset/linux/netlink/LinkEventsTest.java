// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Netlink;
import netreset.linux.netlink.ScriptedKernel.Datagram;
import netreset.linux.netlink.ScriptedKernel.Failure;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinkEventsTest {
    private final ScriptedKernel kernel = new ScriptedKernel();

    private List<LinkEvent> receiveAll() throws NetlinkException {
        List<LinkEvent> all = new ArrayList<>();
        try (LinkEvents events = LinkEvents.open(kernel, kernel)) {
            List<LinkEvent> some = events.receive(100);
            while (!some.isEmpty()) {
                all.addAll(some);
                some = events.receive(100);
            }
        } finally {
            assertThat(kernel.openDescriptors()).isZero();
        }
        return all;
    }

    private void arriveRecording() {
        Recording.datagrams("events.hex", ByteOrder.nativeOrder())
                .forEach(bytes -> kernel.arrive(new Datagram(bytes, 0)));
    }

    @Test
    void eventsOfARealKernel() throws NetlinkException {
        arriveRecording();

        List<String> heard = receiveAll().stream().map(LinkEventsTest::summary).toList();

        // A port that leaves its bridge is a RTM_DELLINK too, of the bridge's family: nothing is deleted there.
        assertThat(heard)
                .containsExactly(
                        "left DOWN 3",
                        "caf\uDCE9 LOWER_LAYER_DOWN 3",
                        "bridge DOWN 3",
                        "above LOWER_LAYER_DOWN 2",
                        "left DOWN 3",
                        "left DOWN 3",
                        "bridge DOWN 3",
                        "gauche DOWN 3",
                        "caf\uDCE9 DOWN 3",
                        "gauche deleted",
                        "above DOWN 2",
                        "above deleted",
                        "caf\uDCE9 deleted");
    }

    private static String summary(LinkEvent event) {
        if (event instanceof LinkEvent.Changed changed) {
            Link link = changed.link();
            return link.name() + " " + link.operState() + " " + link.carrierChanges();
        }
        return event instanceof LinkEvent.Deleted deleted ? deleted.link().name() + " deleted" : "lost";
    }

    @Rule("L55")
    @Test
    void theGroupIsJoinedWhenTheSocketIsOpen() throws NetlinkException {
        LinkEvents.open(kernel, kernel).close();

        assertThat(kernel.options()).containsExactly("1 33 4194304", "270 1 1");
    }

    @Test
    void withoutPrivilegeTheQueueIsAsLongAsAllowed() throws NetlinkException {
        kernel.fail("1 33", Errno.EPERM);

        LinkEvents.open(kernel, kernel).close();

        assertThat(kernel.options()).containsExactly("1 33 4194304", "1 8 4194304", "270 1 1");
    }

    @Rule("L55")
    @Test
    void aGroupThatCannotBeJoinedIsAnError() {
        kernel.fail("270 1", Errno.EPERM);

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(() -> LinkEvents.open(kernel, kernel))
                .withMessage("setsockopt: EPERM");
        assertThat(kernel.openDescriptors()).isZero();
    }

    @Rule("L61")
    @Test
    void lossesAreSaidAndListeningGoesOn() throws NetlinkException {
        kernel.arrive(
                new Failure("recvfrom", Errno.ENOBUFS),
                ScriptedKernel.fromKernel(
                        NetlinkBytes.ofThisMachine().message(Netlink.NLMSG_OVERRUN, 0, 0, rest -> {})),
                new Datagram(new byte[1 << 20], 0));
        arriveRecording();

        List<LinkEvent> events = receiveAll();

        assertThat(events.subList(0, 3)).containsOnly(new LinkEvent.Lost());
        assertThat(events).hasSize(3 + 13);
    }

    @Test
    void silenceEndsInTime() throws NetlinkException {
        long start = kernel.getAsLong();
        kernel.arrive(new Failure("poll", Errno.EINTR));

        assertThat(receiveAll()).isEmpty();
        assertThat(kernel.getAsLong() - start).isEqualTo(100_000_000);
    }

    @Test
    void onlyTheKernelIsHeard() throws NetlinkException {
        Recording.datagrams("events.hex", ByteOrder.nativeOrder())
                .forEach(bytes -> kernel.arrive(new Datagram(bytes, 4711)));

        assertThat(receiveAll()).isEmpty();
    }

    @Test
    void whatIsNotAboutLinksDoesNotKeepItBusyForEver() throws NetlinkException {
        byte[] noise = NetlinkBytes.ofThisMachine()
                .message(Netlink.NLMSG_NOOP, 0, 0, rest -> {})
                .bytes();
        for (int i = 0; i < 1000; i++) {
            kernel.arrive(new Datagram(noise, 0));
        }
        long start = kernel.getAsLong();

        try (LinkEvents events = LinkEvents.open(kernel, kernel)) {
            assertThat(events.receive(100)).isEmpty();
        }
        assertThat(kernel.getAsLong() - start).isEqualTo(100_000_000);
    }

    @Test
    void aMalformedEventSaysWhatIsWrong() {
        kernel.arrive(new Datagram(new byte[3], 0));

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(this::receiveAll)
                .withMessage("RTNLGRP_LINK: malformed event: 3 bytes are too few for a netlink header");
    }
}
