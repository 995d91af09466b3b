// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A hardware address: 6 bytes on Ethernet, other lengths on other link types.
 *
 * @param text two lower-case hexadecimal digits per byte, separated by colons
 */
public record MacAddress(String text) {
    private static final HexFormat HEX = HexFormat.ofDelimiter(":");

    /** @throws IllegalArgumentException if {@code text} isn't such an address; upper case is turned into lower case */
    public MacAddress {
        text = HEX.formatHex(HEX.parseHex(text));
    }

    static MacAddress of(ByteBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.get(offset, bytes);
        return new MacAddress(HEX.formatHex(bytes));
    }

    @Override
    public String toString() {
        return text;
    }
}
