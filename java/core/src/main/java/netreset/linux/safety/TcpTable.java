// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import netreset.linux.state.KernelFiles;
import org.jspecify.annotations.Nullable;

/** Established TCP connections as /proc/net/tcp and tcp6 list them. */
final class TcpTable {
    /** {@code TCP_ESTABLISHED} (include/net/tcp_states.h), as the files write it. */
    private static final String ESTABLISHED = "01";

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private TcpTable() {}

    /** One connection; ports are kept as the file has them. */
    record Connection(ByteBuffer local, int localPort, ByteBuffer remote, int remotePort) {}

    /**
     * The established connections with one of these inodes.
     *
     * @param inodes which are dear to find, and asked for only if there is any connection
     */
    static List<Connection> of(KernelFiles files, Supplier<Set<String>> inodes) {
        List<String[]> established = Stream.of("tcp", "tcp6")
                .map(file -> files.text(files.proc().resolve("self/net").resolve(file)))
                .flatMap(table -> table == null ? Stream.empty() : table.lines().skip(1))
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > INODE && words[STATE].equals(ESTABLISHED))
                .toList();
        List<Connection> connections = new ArrayList<>();
        if (!established.isEmpty()) {
            Set<String> sought = inodes.get();
            established.stream()
                    .filter(words -> sought.contains(words[INODE]))
                    .forEach(words -> add(words, connections));
        }
        return connections;
    }

    private static void add(String[] words, List<Connection> connections) {
        ByteBuffer local = address(words[LOCAL]);
        ByteBuffer remote = address(words[REMOTE]);
        if (local != null && remote != null) {
            connections.add(new Connection(local, port(words[LOCAL]), remote, port(words[REMOTE])));
        }
    }

    /** Words of 32 bits, each written as this machine reads it; {@code null} if it isn't such. */
    private static @Nullable ByteBuffer address(String word) {
        int end = word.indexOf(':');
        if (end != 2 * IPV4_BYTES && end != 2 * IPV6_BYTES) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(end / 2).order(ByteOrder.nativeOrder());
        try {
            for (int i = 0; i < end; i += 2 * Integer.BYTES) {
                bytes.putInt(Integer.parseUnsignedInt(word.substring(i, i + 2 * Integer.BYTES), 16));
            }
        } catch (NumberFormatException e) {
            return null;
        }
        return IpAddress.parse(IpAddress.text(bytes)); // IPv4 in IPv6 is IPv4
    }

    private static int port(String word) {
        try {
            return Integer.parseInt(word.substring(word.indexOf(':') + 1), 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
