// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import netreset.linux.abi.Errno;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.netlink.ScriptedKernel.Datagram;
import netreset.linux.netlink.ScriptedKernel.Failure;
import netreset.linux.netlink.ScriptedKernel.FalseAlarm;
import netreset.linux.netlink.ScriptedKernel.Step;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RouteSocketTest {
    private static final long START = new ScriptedKernel().getAsLong();

    private final ScriptedKernel kernel = new ScriptedKernel();

    private static Step links(int sequence, int flags, String... names) {
        NetlinkBytes bytes = NetlinkBytes.ofThisMachine();
        for (String name : names) {
            link(bytes, sequence, flags, 2, name);
        }
        return ScriptedKernel.fromKernel(bytes);
    }

    private static void link(NetlinkBytes bytes, int sequence, int flags, int index, String name) {
        bytes.message(
                Rtnetlink.RTM_NEWLINK,
                flags,
                sequence,
                link -> link.ifinfomsg(0, 1, index, 1).attribute(IfLink.IFLA_IFNAME, name));
    }

    private static Step part(int sequence, String... names) {
        return links(sequence, Netlink.NLM_F_MULTI, names);
    }

    private static Step done(int sequence) {
        return done(sequence, 0);
    }

    private static Step done(int sequence, int flags) {
        return ScriptedKernel.fromKernel(NetlinkBytes.ofThisMachine()
                .message(Netlink.NLMSG_DONE, Netlink.NLM_F_MULTI | flags, sequence, end -> end.int32(0)));
    }

    private static Step refusal(int sequence, int errno) {
        return ScriptedKernel.fromKernel(NetlinkBytes.ofThisMachine()
                .message(
                        Netlink.NLMSG_ERROR,
                        Netlink.NLM_F_CAPPED | Netlink.NLM_F_ACK_TLVS,
                        sequence,
                        error ->
                                error.int32(-errno).raw(new byte[16]).attribute(Netlink.NLMSGERR_ATTR_MSG, "because")));
    }

    private LinkDump dump() throws NetlinkException {
        try (RouteSocket socket = RouteSocket.open(kernel, kernel)) {
            return socket.dump();
        } finally {
            assertThat(kernel.openDescriptors()).isZero();
        }
    }

    private List<String> names() throws NetlinkException {
        LinkDump dump = dump();
        assertThat(dump.consistent()).isTrue();
        return dump.links().stream().map(Link::name).toList();
    }

    private long elapsedMillis() {
        return (kernel.getAsLong() - START) / 1_000_000;
    }

    @Test
    void asksAsTheRecordingDid() throws NetlinkException {
        kernel.answer(sequence -> List.of(part(sequence, "lo", "eth0"), part(sequence, "eth1"), done(sequence)));

        assertThat(names()).containsExactly("lo", "eth0", "eth1");
        assertThat(kernel.requests())
                .containsExactly(NetlinkBytes.ofThisMachine()
                        .message(
                                Rtnetlink.RTM_GETLINK,
                                Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP,
                                1,
                                request -> request.ifinfomsg(0, 0, 0, 0)
                                        .attribute(IfLink.IFLA_EXT_MASK, Rtnetlink.RTEXT_FILTER_SKIP_STATS))
                        .bytes());
        assertThat(kernel.options()).containsExactly("270 11 1", "270 12 1");
    }

    @Test
    void tenThousandLinks() throws NetlinkException {
        int count = 10_000;
        kernel.answer(sequence -> {
            List<Step> steps = new ArrayList<>();
            for (int first = 1; first <= count; first += 100) {
                NetlinkBytes bytes = NetlinkBytes.ofThisMachine();
                for (int index = first; index < first + 100; index++) {
                    link(bytes, sequence, Netlink.NLM_F_MULTI, index, "eth" + index);
                }
                steps.add(ScriptedKernel.fromKernel(bytes));
            }
            steps.add(done(sequence));
            return steps;
        });

        assertThat(dump().links()).hasSize(count).extracting(Link::index).doesNotHaveDuplicates();
    }

    @Test
    void theKernelMayEndTheDumpInTheLastDatagram() throws NetlinkException {
        kernel.answer(sequence -> {
            NetlinkBytes bytes = NetlinkBytes.ofThisMachine();
            link(bytes, sequence, Netlink.NLM_F_MULTI, 1, "lo");
            bytes.message(Netlink.NLMSG_DONE, Netlink.NLM_F_MULTI, sequence, end -> end.int32(0));
            return List.of(ScriptedKernel.fromKernel(bytes));
        });

        assertThat(names()).containsExactly("lo");
    }

    @Rule("L61")
    @Test
    void aDumpThatWasInterruptedIsAskedForAgain() throws NetlinkException {
        kernel.answer(sequence ->
                        List.of(links(sequence, Netlink.NLM_F_MULTI | Netlink.NLM_F_DUMP_INTR, "old"), done(sequence)))
                .answer(sequence -> List.of(part(sequence, "old"), done(sequence, Netlink.NLM_F_DUMP_INTR)))
                .answer(sequence -> List.of(part(sequence, "new"), done(sequence)));

        assertThat(names()).containsExactly("new");
    }

    @Rule("L61")
    @Test
    void aDumpThatIsAlwaysInterruptedIsFlagged() throws NetlinkException {
        for (int i = 0; i < RouteSocket.MAX_ATTEMPTS; i++) {
            kernel.answer(sequence -> List.of(part(sequence, "eth0"), done(sequence, Netlink.NLM_F_DUMP_INTR)));
        }

        LinkDump dump = dump();

        assertThat(dump.consistent()).isFalse();
        assertThat(dump.links()).extracting(Link::name).containsExactly("eth0");
        assertThat(kernel.requests()).hasSize(RouteSocket.MAX_ATTEMPTS);
    }

    @Rule("L61")
    @Test
    void whatTheKernelDroppedIsAskedForAgain() throws NetlinkException {
        kernel.answer(sequence ->
                        List.of(part(sequence, "eth0"), new Failure("recvfrom", Errno.ENOBUFS), done(sequence)))
                .answer(sequence -> List.of(
                        ScriptedKernel.fromKernel(
                                NetlinkBytes.ofThisMachine().message(Netlink.NLMSG_OVERRUN, 0, 0, rest -> {})),
                        done(sequence)))
                .answer(sequence -> List.of(part(sequence, "eth0", "eth1"), done(sequence)));

        assertThat(names()).containsExactly("eth0", "eth1");
    }

    @Rule("L61")
    @Test
    void aLostEndIsNotWaitedForLong() throws NetlinkException {
        kernel.answer(sequence -> List.of(part(sequence, "eth0"), new Failure("recvfrom", Errno.ENOBUFS)))
                .answer(sequence -> List.of(part(sequence, "eth0"), done(sequence)));

        assertThat(names()).containsExactly("eth0");
        assertThat(elapsedMillis()).isBetween((long) RouteSocket.LOSS_TIMEOUT_MILLIS, 1000L);
    }

    @Test
    void aDatagramLongerThanTheBufferIsAskedForAgainWithALongerOne() throws NetlinkException {
        String[] names = Collections.nCopies(2000, "eth0").toArray(String[]::new);
        kernel.answer(sequence -> List.of(part(sequence, names), done(sequence)))
                .answer(sequence -> List.of(part(sequence, names), done(sequence)));

        assertThat(names()).hasSize(2000);
        assertThat(kernel.requests()).hasSize(2);
    }

    @Test
    void aDatagramNobodySendsIsRefused() {
        kernel.answer(sequence -> List.of(new Datagram(new byte[(1 << 24) + 1], 0)));

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(this::dump)
                .withMessage("recvfrom: a datagram of 16777217 bytes");
    }

    @Test
    void signalsAndFalseAlarmsChangeNothing() throws NetlinkException {
        kernel.interruptSends(3)
                .answer(sequence -> List.of(
                        new Failure("poll", Errno.EINTR),
                        new Failure("recvfrom", Errno.EINTR),
                        part(sequence, "eth0"),
                        new FalseAlarm(),
                        new Failure("poll", Errno.EINTR),
                        done(sequence)));

        assertThat(names()).containsExactly("eth0");
        assertThat(kernel.requests()).hasSize(1);
    }

    @Test
    void whatAnotherProcessSentOrAnotherRequestGotIsIgnored() throws NetlinkException {
        kernel.answer(sequence -> {
            ByteBuffer forged = ((Datagram) part(sequence, "forged")).bytes();
            return List.of(
                    new Datagram(forged, 4711),
                    new Datagram(new byte[1 << 20], 4711),
                    part(sequence - 1, "late"),
                    done(sequence - 1),
                    refusal(sequence + 1, Errno.EPERM),
                    part(sequence, "eth0"),
                    done(sequence));
        });

        assertThat(names()).containsExactly("eth0");
        assertThat(kernel.requests()).hasSize(1);
    }

    @Test
    void leftoversAreReadBeforeAsking() throws NetlinkException {
        kernel.arrive(part(1, "left over"), new Failure("recvfrom", Errno.ENOBUFS), done(1))
                .answer(sequence -> List.of(part(sequence, "eth0"), done(sequence)));

        assertThat(names()).containsExactly("eth0");
    }

    @Test
    void aLostEndWithoutALossIsATimeoutNotAHang() {
        kernel.answer(sequence -> List.of(part(sequence, "eth0")));

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(this::dump)
                .withMessage("RTM_GETLINK: no complete answer within 10000 ms")
                .satisfies(e -> assertThat(e.errno()).isZero());
        assertThat(elapsedMillis()).isBetween(10_000L, 10_010L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4711})
    void anAnswerWithoutEndIsATimeoutToo(int sender) {
        kernel.answerEndlessly(sequence -> Stream.generate(() -> part(sequence + sender, "eth0"))
                .map(step -> (Step) new Datagram(((Datagram) step).bytes(), sender == 1 ? 0 : sender))
                .iterator());

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(this::dump)
                .withMessage("RTM_GETLINK: no complete answer within 10000 ms");
        assertThat(elapsedMillis()).isBetween(10_000L, 10_010L);
    }

    @Test
    void leftoversWithoutEndAreATimeoutToo() {
        kernel.answerEndlessly(sequence -> Stream.concat(
                        Stream.of(done(sequence)), Stream.generate(() -> part(sequence, "eth0")))
                .iterator());

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(() -> {
                    try (RouteSocket socket = RouteSocket.open(kernel, kernel)) {
                        assertThat(socket.dump().links()).isEmpty();
                        socket.dump();
                    }
                })
                .withMessage("RTM_GETLINK: no complete answer within 10000 ms");
    }

    @Test
    void aRefusalHasErrnoAndTheKernelsWords() {
        kernel.answer(sequence -> List.of(refusal(sequence, Errno.EPERM)));

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(this::dump)
                .withMessage("RTM_GETLINK: EPERM (because)")
                .satisfies(e -> {
                    assertThat(e.errno()).isEqualTo(Errno.EPERM);
                    assertThat(e.call()).isEqualTo("RTM_GETLINK");
                    assertThat(e.explanation()).isEqualTo("because");
                });
    }

    @Test
    void aDumpCanFailAtItsEnd() {
        kernel.answer(sequence -> List.of(
                part(sequence, "eth0"),
                ScriptedKernel.fromKernel(NetlinkBytes.ofThisMachine()
                        .message(
                                Netlink.NLMSG_DONE,
                                Netlink.NLM_F_ACK_TLVS,
                                sequence,
                                end -> end.int32(-Errno.EIO).attribute(Netlink.NLMSGERR_ATTR_MSG, "because")))));

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(this::dump)
                .withMessage("RTM_GETLINK: EIO (because)");
    }

    @Test
    void aMalformedAnswerSaysWhatIsWrong() {
        kernel.answer(sequence -> List.of(new Datagram(new byte[3], 0)));

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(this::dump)
                .withMessage("RTM_GETLINK: malformed answer: 3 bytes are too few for a netlink header")
                .withCauseInstanceOf(MalformedMessageException.class);
    }

    @Test
    void oneLinkIsAskedForByIndex() throws NetlinkException {
        kernel.answer(sequence -> List.of(links(sequence, 0, "eth0")))
                .answer(sequence -> List.of(refusal(sequence, Errno.ENODEV)));

        try (RouteSocket socket = RouteSocket.open(kernel, kernel)) {
            assertThat(socket.link(0x01020304)).get().extracting(Link::name).isEqualTo("eth0");
            assertThat(socket.link(3)).isEmpty();
        }
        assertThat(kernel.requests().get(0))
                .isEqualTo(NetlinkBytes.ofThisMachine()
                        .message(
                                Rtnetlink.RTM_GETLINK,
                                Netlink.NLM_F_REQUEST,
                                1,
                                request -> request.ifinfomsg(0, 0, 0x01020304, 0)
                                        .attribute(IfLink.IFLA_EXT_MASK, Rtnetlink.RTEXT_FILTER_SKIP_STATS))
                        .bytes());
    }

    @Test
    void oneLinkWhoseAnswerIsLostAgainAndAgainIsAnErrorNotAbsent() throws NetlinkException {
        for (int i = 0; i < RouteSocket.MAX_ATTEMPTS; i++) {
            kernel.answer(sequence -> List.of(new Failure("recvfrom", Errno.ENOBUFS)));
        }
        try (RouteSocket socket = RouteSocket.open(kernel, kernel)) {
            assertThatExceptionOfType(NetlinkException.class)
                    .isThrownBy(() -> socket.link(2))
                    .withMessage("RTM_GETLINK: the answer was lost 5 times");
            assertThatIllegalArgumentException().isThrownBy(() -> socket.link(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "bind", "sendto"})
    void aFailingCallIsNamedAndLeavesNothingOpen(String call) {
        kernel.fail(call, Errno.EACCES);

        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(this::dump)
                .withMessage(call + ": EACCES")
                .satisfies(e -> assertThat(e.call()).isEqualTo(call));
        assertThat(kernel.openDescriptors()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"poll", "recvfrom"})
    void aFailingWaitIsNamed(String call) {
        kernel.answer(sequence -> List.of(new Failure(call, Errno.ENOMEM)));

        assertThatExceptionOfType(NetlinkException.class).isThrownBy(this::dump).withMessage(call + ": ENOMEM");
    }

    @Test
    void oldKernelsWithoutTheOptionsWillDo() throws NetlinkException {
        kernel.fail("setsockopt", 92).answer(sequence -> List.of(part(sequence, "eth0"), done(sequence)));

        assertThat(names()).containsExactly("eth0");
    }

    @Test
    void closingTwiceClosesOnce() throws NetlinkException {
        RouteSocket socket = RouteSocket.open(kernel, kernel);
        socket.close();
        socket.close();

        assertThat(kernel.openDescriptors()).isZero();
    }
}
