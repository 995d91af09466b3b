// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;

/**
 * Where probes go: an address, one of the NIC's neighbours, or a TCP port. Never a name: to resolve it would need the
 * network that is to be probed.
 *
 * @param kind which
 * @param address network byte order, 4 or 16 bytes; {@code null} unless an address was named
 * @param port TCP; 0 for none
 */
public record Destination(Kind kind, @Nullable InetAddress address, int port) {
    /** What was named. */
    public enum Kind {
        ADDRESS,
        /** The router of a route through the NIC. */
        GATEWAY,
        /** Any neighbour that the kernel knows on the NIC. */
        NEIGHBOUR
    }

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("((?:" + BYTE + "\\.){3}" + BYTE + ")(?::([0-9]{1,5}))?");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern IPV6_PORT = Pattern.compile("\\[([0-9a-fA-F:.]+)](?::([0-9]{1,5}))?");
    private static final int PORT_GROUP = 4;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads {@code gateway}, {@code neighbour}, {@code 10.0.0.1}, {@code fe80::1}, {@code 10.0.0.1:22} or {@code
     * [fe80::1]:22}.
     *
     * @throws ResetException INVALID_REQUEST if it is none of these
     */
    public static Destination parse(String text) throws ResetException {
        if (text.equals("gateway")) {
            return new Destination(Kind.GATEWAY, null, 0);
        } else if (text.equals("neighbour")) {
            return new Destination(Kind.NEIGHBOUR, null, 0);
        }
        Matcher ipv4 = IPV4.matcher(text);
        if (ipv4.matches()) {
            return to(text, ipv4.group(1), ipv4.group(PORT_GROUP));
        }
        Matcher withPort = IPV6_PORT.matcher(text);
        if (withPort.matches()) {
            return to(text, withPort.group(1), withPort.group(2));
        } else if (IPV6.matcher(text).matches()) {
            return to(text, text, null);
        }
        throw invalid(text);
    }

    /** It has only digits, dots and colons, so that Java asks no name server. */
    private static Destination to(String text, String address, @Nullable String port) throws ResetException {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            int number = port == null ? 0 : Integer.parseInt(port);
            boolean broadcast = parsed instanceof Inet4Address && parsed.getAddress()[0] == -1;
            boolean one = !parsed.isAnyLocalAddress() && !parsed.isMulticastAddress() && !parsed.isLoopbackAddress();
            if (one && !broadcast && number <= HIGHEST_PORT && (port == null || number > 0)) {
                return new Destination(Kind.ADDRESS, parsed, number);
            }
        } catch (UnknownHostException e) {
            // Said below.
        }
        throw invalid(text);
    }

    private static ResetException invalid(String text) {
        return new ResetException(
                Reason.INVALID_REQUEST,
                "'" + Printable.brief(text)
                        + "' can't be probed: write an address of another machine such as 10.0.0.1 or"
                        + " fe80::1, with a TCP port 10.0.0.1:22 or [fe80::1]:22, or gateway, or neighbour");
    }
}
