// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import netreset.linux.abi.Errno;
import netreset.linux.abi.IfAddr;
import netreset.linux.abi.Ifaddrmsg;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.netlink.KernelSocket.Listing;
import netreset.linux.netlink.ScriptedKernel.Failure;
import netreset.linux.netlink.ScriptedKernel.Step;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KernelSocketTest {
    private final ScriptedKernel kernel = new ScriptedKernel();

    private static Request addresses() {
        return new Request("RTM_GETADDR", Rtnetlink.RTM_GETADDR, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP)
                .bytes(ByteBuffer.allocate(Ifaddrmsg.SIZE));
    }

    private static Step address(int sequence, int flags, String label) {
        return ScriptedKernel.fromKernel(NetlinkBytes.ofThisMachine()
                .message(
                        Rtnetlink.RTM_NEWADDR,
                        Netlink.NLM_F_MULTI | flags,
                        sequence,
                        message -> message.raw(new byte[Ifaddrmsg.SIZE]).attribute(IfAddr.IFA_LABEL, label)));
    }

    private static Step done(int sequence, int flags) {
        return ScriptedKernel.fromKernel(NetlinkBytes.ofThisMachine()
                .message(Netlink.NLMSG_DONE, Netlink.NLM_F_MULTI | flags, sequence, end -> end.int32(0)));
    }

    private Listing ask() throws NetlinkException {
        try (KernelSocket socket = KernelSocket.open(kernel, Netlink.NETLINK_ROUTE, kernel)) {
            return socket.ask(addresses(), Ifaddrmsg.SIZE);
        } finally {
            assertThat(kernel.openDescriptors()).isZero();
        }
    }

    private static List<String> labels(Listing listing) {
        return listing.messages().stream()
                .map(message -> String.valueOf(message.attributes().text(IfAddr.IFA_LABEL)))
                .toList();
    }

    @Rule("L61")
    @Test
    void aListingThatChangedMeanwhileIsAskedForAgain() throws NetlinkException {
        kernel.answer(sequence -> List.of(address(sequence, Netlink.NLM_F_DUMP_INTR, "old"), done(sequence, 0)))
                .answer(sequence -> List.of(address(sequence, 0, "old"), done(sequence, Netlink.NLM_F_DUMP_INTR)))
                .answer(sequence -> List.of(address(sequence, 0, "new"), done(sequence, 0)));

        Listing listing = ask();

        assertThat(labels(listing)).containsExactly("new");
        assertThat(listing.consistent()).isTrue();
    }

    @Rule("L61")
    @Test
    void oneThatAlwaysChangesIsFlagged() throws NetlinkException {
        for (int i = 0; i < KernelSocket.MAX_ATTEMPTS; i++) {
            kernel.answer(sequence -> List.of(address(sequence, 0, "a"), done(sequence, Netlink.NLM_F_DUMP_INTR)));
        }

        assertThat(ask().consistent()).isFalse();
        assertThat(kernel.requests()).hasSize(KernelSocket.MAX_ATTEMPTS);
    }

    @Rule("L61")
    @Test
    void whatTheKernelDroppedIsAskedForAgain() throws NetlinkException {
        kernel.answer(sequence -> List.of(address(sequence, 0, "a"), new Failure("recvfrom", Errno.ENOBUFS)))
                .answer(sequence -> List.of(
                        ScriptedKernel.fromKernel(
                                NetlinkBytes.ofThisMachine().message(Netlink.NLMSG_OVERRUN, 0, 0, rest -> {})),
                        done(sequence, 0)))
                .answer(sequence -> List.of(address(sequence, 0, "b"), done(sequence, 0)));

        assertThat(labels(ask())).containsExactly("b");
    }

    @Rule("L61")
    @Test
    void whatTheKernelAlwaysDropsIsAnErrorAndNoEmptyList() {
        for (int i = 0; i < KernelSocket.MAX_ATTEMPTS; i++) {
            kernel.answer(sequence -> List.of(new Failure("recvfrom", Errno.ENOBUFS)));
        }

        assertThatExceptionOfType(NetlinkException.class).isThrownBy(this::ask).withMessageContaining("lost");
    }

    @Test
    void anOrderIsSentOnceWhateverBecomesOfItsAnswer() {
        kernel.answer(sequence -> List.of(new Failure("recvfrom", Errno.ENOBUFS)));
        Request order = new Request("RTM_NEWADDR", Rtnetlink.RTM_NEWADDR, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK);

        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> {
            try (KernelSocket socket = KernelSocket.open(kernel, Netlink.NETLINK_ROUTE, kernel)) {
                socket.order(order);
            }
        });
        assertThat(kernel.requests()).hasSize(1);
    }

    @Rule("L75")
    @Test
    void attributesGoBackAsTheyCame() throws Exception {
        byte[] payload = NetlinkBytes.ofThisMachine()
                .raw(new byte[Ifaddrmsg.SIZE])
                .attribute(IfAddr.IFA_LABEL, "größe")
                .attribute(
                        Netlink.NLA_F_NESTED | 77, nest -> nest.attribute(1, 5).attribute(2, new byte[] {1}))
                .attribute(0x3ffe, new byte[1000])
                .bytes();
        Message message = Message.parse(
                Rtnetlink.RTM_NEWADDR, Ifaddrmsg.SIZE, HexFormat.of().formatHex(payload));

        ByteBuffer sent = new Request("RTM_NEWADDR", Rtnetlink.RTM_NEWADDR, Netlink.NLM_F_REQUEST)
                .bytes(message.fixed())
                .copyWithout(message.attributes(), Set.of())
                .bytes(1);

        byte[] behindHeader = new byte[sent.limit() - 16];
        sent.get(16, behindHeader);
        assertThat(behindHeader).isEqualTo(payload);
        assertThat(message.hex()).isEqualTo(HexFormat.of().formatHex(payload));
    }

    @Rule("L75")
    @Test
    void damagedMessagesAreRefusedOrRead() {
        byte[] payload = NetlinkBytes.ofThisMachine()
                .raw(new byte[Ifaddrmsg.SIZE])
                .attribute(IfAddr.IFA_LABEL, "eth0")
                .attribute(77, nest -> nest.attribute(1, 5))
                .bytes();
        Random random = new Random(20261125);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] mutant =
                    Arrays.copyOf(payload, payload.length - random.nextInt(3) * random.nextInt(payload.length / 2));
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            try {
                Message message =
                        Message.parse(20, Ifaddrmsg.SIZE, HexFormat.of().formatHex(mutant));
                message.attributes().nested(77).s32(1, 0);
                message.attributes().text(IfAddr.IFA_LABEL);
            } catch (MalformedMessageException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }
}
