// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.linux.abi.Netlink;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule({"L75", "L76"})
class AttributeCursorTest {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private static AttributeCursor cursor(byte[] bytes, ByteOrder order) {
        return new AttributeCursor(ByteBuffer.wrap(bytes).order(order), 0, bytes.length);
    }

    @ByteOrders
    void walksOverPaddedAttributes(ByteOrder order) throws MalformedMessageException {
        byte[] bytes = new NetlinkBytes(order)
                .attribute(1, new byte[] {(byte) 0xff})
                .attribute(2, 0xfedcba98)
                .attribute(3, "name")
                .attribute(4, new byte[] {2, 0, 0, 0, 0, 0x1f})
                .attribute(5, new byte[0])
                .bytes();

        AttributeCursor attribute = cursor(bytes, order);
        assertThat(attribute.next()).isTrue();
        assertThat(attribute.type()).isEqualTo(1);
        assertThat(attribute.u8()).isEqualTo(255);
        assertThat(attribute.next()).isTrue();
        assertThat(attribute.u32()).isEqualTo(0xfedcba98L);
        assertThat(attribute.s32()).isEqualTo(0xfedcba98);
        assertThat(attribute.next()).isTrue();
        assertThat(attribute.text()).isEqualTo("name");
        assertThat(attribute.next()).isTrue();
        assertThat(attribute.macAddress()).hasToString("02:00:00:00:00:1f");
        assertThat(attribute.next()).isTrue();
        assertThat(attribute.type()).isEqualTo(5);
        assertThat(attribute.length()).isZero();
        assertThat(attribute.next()).isFalse();
        assertThat(attribute.next()).isFalse();
    }

    @ByteOrders
    void theTypeIsWithoutItsFlagBits(ByteOrder order) throws MalformedMessageException {
        int flags = Netlink.NLA_F_NESTED | Netlink.NLA_F_NET_BYTEORDER;
        byte[] bytes = new NetlinkBytes(order)
                .attribute(18 | flags, inner -> inner.attribute(1, "veth"))
                .bytes();

        AttributeCursor attribute = cursor(bytes, order);
        assertThat(attribute.next()).isTrue();
        assertThat(attribute.type()).isEqualTo(18);
        AttributeCursor inner = attribute.nested();
        assertThat(inner.next()).isTrue();
        assertThat(inner.text()).isEqualTo("veth");
        assertThat(inner.next()).isFalse();
    }

    @Test
    void anInnerAttributeLongerThanTheOuterIsRejected() throws MalformedMessageException {
        byte[] bytes = new NetlinkBytes(ORDER)
                .attribute(18, inner -> inner.raw(new byte[] {12, 0, 1, 0, 'v', 'e', 't', 'h'}))
                .attribute(19, 0)
                .bytes();
        AttributeCursor attribute = cursor(bytes, ORDER);
        assertThat(attribute.next()).isTrue();

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> attribute.nested().next())
                .withMessage("nla_len of attribute 1 is 12, not in 4..8");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 9, 65535})
    void lengthsThatCannotBeAreRejected(int length) {
        byte[] bytes = new NetlinkBytes(ORDER).attribute(7, 0).bytes();
        ByteBuffer.wrap(bytes).order(ORDER).putShort(0, (short) length);

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> cursor(bytes, ORDER).next())
                .withMessage("nla_len of attribute 7 is " + length + ", not in 4..8");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aPieceOfAHeaderIsRejected(int size) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> cursor(new byte[size], ORDER).next())
                .withMessage(size + " bytes are too few for an attribute header");
    }

    @Test
    void aNumberOfAnotherWidthIsRejected() throws MalformedMessageException {
        AttributeCursor attribute =
                cursor(new NetlinkBytes(ORDER).attribute(4, new byte[5]).bytes(), ORDER);
        assertThat(attribute.next()).isTrue();

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(attribute::u32)
                .withMessage("attribute 4 has 5 bytes, not 4");
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(attribute::u8)
                .withMessage("attribute 4 has 5 bytes, not 1");
    }
}
