// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteOrder;
import java.util.TreeMap;
import netreset.linux.netlink.KernelText;

/**
 * Writes a snapshot as lines of a word and its values; a link's own lines are indented by one more space than it. Messages
 * are hexadecimal, in this machine's byte order; text is percent-encoded. The last line is {@code end}.
 */
final class SnapshotWriter {
    static final String FORMAT = "netreset-snapshot 1 "
            + (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "little-endian" : "big-endian");
    static final String END = "end";

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._:@+-";

    private final StringBuilder text = new StringBuilder();

    private SnapshotWriter() {}

    static String write(Snapshot snapshot) {
        SnapshotWriter writer = new SnapshotWriter();
        writer.line(0, FORMAT);
        writer.line(0, "boot " + encode(snapshot.bootId()) + " " + snapshot.uptimeSeconds());
        new TreeMap<>(snapshot.names()).forEach((index, name) -> writer.line(0, "name " + index + " " + encode(name)));
        snapshot.gaps().forEach(gap -> writer.line(0, "gap " + encode(gap)));
        writer.link(0, snapshot.nic());
        snapshot.nexthops()
                .forEach(
                        nexthop -> writer.line(0, "nexthop " + nexthop.message().hex()));
        snapshot.neighbours()
                .forEach(neighbour ->
                        writer.line(0, "neighbour " + neighbour.message().hex()));
        snapshot.routes()
                .forEach(route -> writer.line(0, "route " + route.message().hex()));
        snapshot.rules().forEach(rule -> writer.line(0, "rule " + rule.message().hex()));
        writer.line(0, END);
        return writer.text.toString();
    }

    private void link(int depth, NicState state) {
        line(depth, "link " + state.link().message().hex());
        LinkFacts master = state.master();
        if (master != null) {
            line(depth + 1, "master " + master.message().hex());
        }
        state.addresses()
                .forEach(address ->
                        line(depth + 1, "address " + address.message().hex()));
        new TreeMap<>(state.ethtool())
                .forEach((setting, message) ->
                        line(depth + 1, setting.word() + " " + message.type() + " " + message.hex()));
        if (state.virtualFunctions() != null) {
            line(depth + 1, "vfs " + state.virtualFunctions());
        }
        state.strangers()
                .forEach(stranger ->
                        line(depth + 1, "stranger " + stranger.message().hex()));
        state.children().forEach(child -> link(depth + 1, child));
    }

    private void line(int depth, String line) {
        text.append(" ".repeat(depth)).append(line).append('\n');
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : KernelText.encode(value)) {
            char c = (char) Byte.toUnsignedInt(b);
            encoded.append(PLAIN.indexOf(c) >= 0 ? String.valueOf(c) : String.format("%%%02x", (int) c));
        }
        return encoded.toString();
    }
}
