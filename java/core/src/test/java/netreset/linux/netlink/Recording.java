// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;

/** Datagrams a real kernel sent, recorded by native/abi/record on a little-endian machine. */
final class Recording {
    static final List<String> FILES =
            List.of("dump.hex", "get.hex", "missing.hex", "refused-get.hex", "refused-dump.hex", "events.hex");

    private Recording() {}

    /** The datagrams of a file, in either byte order: big-endian ones are what a big-endian kernel would have sent. */
    static List<byte[]> datagrams(String file, ByteOrder order) {
        try (InputStream in = requireNonNull(Recording.class.getResourceAsStream("/netreset/netlink/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(HexFormat.of()::parseHex)
                    .map(bytes -> order == ByteOrder.LITTLE_ENDIAN ? bytes : bigEndian(bytes))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> all(ByteOrder order) {
        List<byte[]> all = new ArrayList<>();
        FILES.forEach(file -> all.addAll(datagrams(file, order)));
        return all;
    }

    private static byte[] bigEndian(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int start = 0; start < bytes.length; ) {
            int length = buffer.getInt(start);
            int type = buffer.getShort(start + 4);
            int flags = buffer.getShort(start + 6);
            swapHeader(buffer, start);
            swapPayload(buffer, type, flags, start + 16, start + length);
            start += (length + 3) & ~3;
        }
        return buffer.array();
    }

    private static void swapHeader(ByteBuffer buffer, int start) {
        swapInt(buffer, start);
        swapShort(buffer, start + 4);
        swapShort(buffer, start + 6);
        swapInt(buffer, start + 8);
        swapInt(buffer, start + 12);
    }

    private static void swapPayload(ByteBuffer buffer, int type, int flags, int start, int end) {
        switch (type) {
            case Rtnetlink.RTM_NEWLINK, Rtnetlink.RTM_DELLINK -> {
                swapShort(buffer, start + 2);
                swapInt(buffer, start + 4);
                swapInt(buffer, start + 8);
                swapInt(buffer, start + 12);
                swapAttributes(buffer, start + 16, end);
            }
            case Netlink.NLMSG_ERROR -> {
                int echoed = (flags & Netlink.NLM_F_CAPPED) != 0 ? 16 : buffer.getInt(start + 4);
                swapInt(buffer, start);
                swapHeader(buffer, start + 4);
                swapAttributes(buffer, start + 4 + echoed, end);
            }
            case Netlink.NLMSG_DONE -> {
                swapInt(buffer, start);
                swapAttributes(buffer, start + 4, end);
            }
            default -> throw new AssertionError("message type " + type);
        }
    }

    private static void swapAttributes(ByteBuffer buffer, int start, int end) {
        for (int at = start; at < end; ) {
            int length = Short.toUnsignedInt(buffer.getShort(at));
            int type = buffer.getShort(at + 2) & 0x3fff;
            swapShort(buffer, at);
            swapShort(buffer, at + 2);
            switch (type) {
                case IfLink.IFLA_LINKINFO, IfLink.IFLA_PROP_LIST -> swapAttributes(buffer, at + 4, at + length);
                case IfLink.IFLA_MTU,
                        IfLink.IFLA_LINK,
                        IfLink.IFLA_MASTER,
                        IfLink.IFLA_LINK_NETNSID,
                        IfLink.IFLA_CARRIER_CHANGES,
                        IfLink.IFLA_CARRIER_UP_COUNT,
                        IfLink.IFLA_CARRIER_DOWN_COUNT,
                        IfLink.IFLA_EVENT -> {
                    if (length == 8) {
                        swapInt(buffer, at + 4);
                    }
                }
                default -> {}
            }
            at += (length + 3) & ~3;
        }
    }

    private static void swapInt(ByteBuffer buffer, int at) {
        buffer.putInt(at, Integer.reverseBytes(buffer.getInt(at)));
    }

    private static void swapShort(ByteBuffer buffer, int at) {
        buffer.putShort(at, Short.reverseBytes(buffer.getShort(at)));
    }
}
