// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Netlink;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule({"L75", "L76"})
class ErrorReplyTest {
    private static final ByteOrder ORDER = ByteOrder.BIG_ENDIAN;

    private static Object decode(String file, ByteOrder order) throws MalformedMessageException {
        return Messages.decodeAll(Recording.datagrams(file, order).get(0), order)
                .get(0);
    }

    @ByteOrders
    void refusalsOfARealKernel(ByteOrder order) throws MalformedMessageException {
        assertThat(decode("missing.hex", order)).isEqualTo(new ErrorReply(Errno.ENODEV, null));
        assertThat(decode("refused-get.hex", order))
                .isEqualTo(new ErrorReply(Errno.EINVAL, "Invalid values in header for get link request"));
        assertThat(decode("refused-dump.hex", order))
                .isEqualTo(new ErrorReply(Errno.EINVAL, "Invalid values in header for link dump request"));
    }

    @ByteOrders
    void theEndOfADumpOfARealKernel(ByteOrder order) throws MalformedMessageException {
        List<byte[]> datagrams = Recording.datagrams("dump.hex", order);

        List<Object> last = Messages.decodeAll(datagrams.get(datagrams.size() - 1), order);

        assertThat(last.get(last.size() - 1)).isEqualTo(new ErrorReply(0, null));
    }

    @ByteOrders
    void aCappedReplyEchoesTheHeaderOnly(ByteOrder order) throws MalformedMessageException {
        // The echoed header says 40 bytes, as the request had, but only itself follows.
        byte[] datagram = error(order, Netlink.NLM_F_CAPPED | Netlink.NLM_F_ACK_TLVS, -95, 40, payload -> {
            payload.attribute(2, 20).attribute(Netlink.NLMSGERR_ATTR_MSG, "can't");
        });

        assertThat(Messages.decodeAll(datagram, order)).containsExactly(new ErrorReply(Errno.EOPNOTSUPP, "can't"));
    }

    @ByteOrders
    void withoutItsFlagThereAreNoAttributes(ByteOrder order) throws MalformedMessageException {
        byte[] datagram = error(order, 0, -1, 20, payload -> payload.int32(-1));

        assertThat(Messages.decodeAll(datagram, order)).containsExactly(new ErrorReply(Errno.EPERM, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 25, Integer.MAX_VALUE, -1})
    void anEchoThatDoesNotFitIsRejected(int length) {
        byte[] datagram = error(
                ORDER,
                Netlink.NLM_F_ACK_TLVS,
                -1,
                length,
                payload -> payload.int32(0).int32(0));

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Messages.decodeAll(datagram, ORDER))
                .withMessageStartingWith("nlmsg_len of the echoed request is " + Integer.toUnsignedString(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void whatIsNoNegatedErrnoIsRejected(int error) {
        byte[] datagram = error(ORDER, 0, error, 16, payload -> {});

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Messages.decodeAll(datagram, ORDER))
                .withMessage("error is " + error + ", neither 0 nor a negated errno");
    }

    @Test
    @Rule("L16")
    void anUnknownErrnoIsKept() throws MalformedMessageException {
        byte[] datagram = error(ORDER, 0, -4242, 16, payload -> {});

        assertThat(Messages.decodeAll(datagram, ORDER)).containsExactly(new ErrorReply(4242, null));
    }

    /** An NLMSG_ERROR whose echoed header claims {@code echoed} bytes. */
    private static byte[] error(ByteOrder order, int flags, int error, int echoed, Consumer<NetlinkBytes> rest) {
        byte[] echo = new byte[16];
        ByteBuffer.wrap(echo).order(order).putInt(echoed);
        return new NetlinkBytes(order)
                .message(Netlink.NLMSG_ERROR, flags, 1, payload -> {
                    payload.int32(error).raw(echo);
                    rest.accept(payload);
                })
                .bytes();
    }
}
