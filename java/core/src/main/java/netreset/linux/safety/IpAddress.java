// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that are IP addresses; nothing here ever asks a name server. */
final class IpAddress {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]+");

    private IpAddress() {}

    /** 4 or 16 bytes, IPv4 for an IPv4 address in IPv6; without a zone. {@code null} if the text is no address. */
    static @Nullable ByteBuffer parse(String text) {
        String address = zone(text).isEmpty() ? text : text.substring(0, text.indexOf('%'));
        if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
            return null;
        }
        try {
            return ByteBuffer.wrap(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** The link after the percent sign of a link-local address; empty if none. */
    static String zone(String text) {
        int sign = text.indexOf('%');
        return sign < 0 ? "" : text.substring(sign + 1);
    }

    static String text(ByteBuffer address) {
        byte[] bytes = new byte[address.capacity()];
        address.get(0, bytes);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}
