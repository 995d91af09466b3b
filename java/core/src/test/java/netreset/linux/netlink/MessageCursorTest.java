// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import netreset.linux.abi.Netlink;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule({"L75", "L76"})
class MessageCursorTest {
    private static final ByteOrder ORDER = ByteOrder.BIG_ENDIAN;

    private static NetlinkBytes bytes() {
        return new NetlinkBytes(ORDER);
    }

    @ByteOrders
    void walksOverPaddedMessages(ByteOrder order) throws MalformedMessageException {
        byte[] datagram = new NetlinkBytes(order)
                .message(0x1234, Netlink.NLM_F_MULTI, 0x89abcdef, payload -> payload.raw(new byte[5]))
                .message(Netlink.NLMSG_NOOP, 0, 7, payload -> {})
                .bytes();

        MessageCursor message = Messages.first(datagram, order);
        assertThat(message.type()).isEqualTo(0x1234);
        assertThat(message.sequence()).isEqualTo(0x89abcdef);
        assertThat(message.hasFlag(Netlink.NLM_F_MULTI)).isTrue();
        assertThat(message.hasFlag(Netlink.NLM_F_DUMP_INTR)).isFalse();
        assertThat(message.payloadStart()).isEqualTo(16);
        assertThat(message.payloadEnd()).isEqualTo(21);

        assertThat(message.next()).isTrue();
        assertThat(message.type()).isEqualTo(Netlink.NLMSG_NOOP);
        assertThat(message.payloadStart()).isEqualTo(message.payloadEnd()).isEqualTo(40);

        assertThat(message.next()).isFalse();
        assertThat(message.next()).isFalse();
    }

    @Test
    void anEmptyDatagramHasNoMessages() throws MalformedMessageException {
        assertThat(Messages.cursor(new byte[0], ORDER).next()).isFalse();
    }

    @Test
    void looksOnlyBetweenPositionAndLimit() throws MalformedMessageException {
        byte[] message = bytes().message(9, 0, 1, payload -> {}).bytes();
        ByteBuffer buffer = ByteBuffer.allocate(100).order(ORDER);
        buffer.position(20).put(message).flip().position(20);

        MessageCursor cursor = new MessageCursor(buffer);

        assertThat(cursor.next()).isTrue();
        assertThat(cursor.type()).isEqualTo(9);
        assertThat(cursor.next()).isFalse();
    }

    @Test
    void theLastMessageNeedsNoPadding() throws MalformedMessageException {
        byte[] padded =
                bytes().message(9, 0, 1, payload -> payload.raw(new byte[1])).bytes();

        MessageCursor message = Messages.first(Arrays.copyOf(padded, 17), ORDER);

        assertThat(message.payloadEnd()).isEqualTo(17);
        assertThat(message.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 21, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -16})
    void lengthsThatCannotBeAreRejected(int length) {
        byte[] datagram = bytes().message(9, 0, 1, payload -> payload.int32(0)).bytes();
        ByteBuffer.wrap(datagram).order(ORDER).putInt(0, length);

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Messages.first(datagram, ORDER))
                .withMessage("nlmsg_len is " + Integer.toUnsignedString(length) + ", not in 16..20");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15})
    void aPieceOfAHeaderIsRejected(int size) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Messages.first(new byte[size], ORDER))
                .withMessage(size + " bytes are too few for a netlink header");
    }

    @Test
    void aPayloadShorterThanItsStructIsRejected() throws MalformedMessageException {
        MessageCursor message = Messages.first(
                bytes().message(9, 0, 1, payload -> payload.raw(new byte[15])).bytes(), ORDER);

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> message.attributes(16, "ifinfomsg"))
                .withMessage("15 bytes of payload are too few for a struct ifinfomsg");
    }
}
