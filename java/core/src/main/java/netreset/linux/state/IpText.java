// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** IP addresses as people write them. */
final class IpText {
    private static final int GROUPS = 8;

    private IpText() {}

    /** 4 bytes are IPv4, 16 are IPv6 (RFC 5952), others hexadecimal; no bytes are {@code none}. */
    static String of(@Nullable ByteBuffer bytes, String none) {
        if (bytes == null || bytes.capacity() == 0) {
            return none;
        }
        return switch (bytes.capacity()) {
            case 4 -> ipv4(bytes);
            case 2 * GROUPS -> ipv6(bytes.duplicate().order(ByteOrder.BIG_ENDIAN));
            default -> hex(bytes);
        };
    }

    static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.capacity()];
        bytes.get(0, copy);
        return HexFormat.of().formatHex(copy);
    }

    private static String ipv4(ByteBuffer bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append(i == 0 ? "" : ".").append(Byte.toUnsignedInt(bytes.get(i)));
        }
        return text.toString();
    }

    private static String ipv6(ByteBuffer bytes) {
        int gap = 0;
        int gapLength = 1; // a single group of zeros is written out
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && bytes.getShort(2 * end) == 0) {
                end++;
            }
            if (end - start > gapLength) {
                gap = start;
                gapLength = end - start;
            }
        }
        return gapLength == 1
                ? groups(bytes, 0, GROUPS)
                : groups(bytes, 0, gap) + "::" + groups(bytes, gap + gapLength, GROUPS);
    }

    private static String groups(ByteBuffer bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(Short.toUnsignedInt(bytes.getShort(2 * i))));
        }
        return text.toString();
    }
}
