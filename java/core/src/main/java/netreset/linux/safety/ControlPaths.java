// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.nio.ByteBuffer;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.safety.TcpTable.Connection;
import netreset.linux.state.KernelFiles;
import netreset.linux.state.LinkFacts;
import netreset.linux.state.StateSocket;

/** The ways by which somebody controls this process: the ssh session it runs in, and TCP connections of those above it. */
final class ControlPaths {
    private final Reach reach;
    private final StateSocket socket;
    private final Findings findings;

    ControlPaths(Reach reach, StateSocket socket, Findings findings) {
        this.reach = reach;
        this.socket = socket;
        this.findings = findings;
    }

    void look(KernelFiles files) throws NetlinkException {
        Ancestors ancestors = new Ancestors(files);
        String ssh = ancestors.sshConnection();
        String[] words = ssh == null ? new String[0] : ssh.split(" ");
        ByteBuffer client = words.length < 4 ? null : IpAddress.parse(words[0]);
        ByteBuffer server = words.length < 4 ? null : IpAddress.parse(words[2]);
        if (client != null && server != null) {
            String zone = IpAddress.zone(words[2]);
            int by = carrier(server, client, zone.isEmpty() ? IpAddress.zone(words[0]) : zone);
            if (by != 0) {
                findings.add(
                        Danger.SSH_SESSION,
                        "the ssh session netreset runs in, from " + words[0] + " to " + words[2] + ", goes through it"
                                + reach.by(by));
            }
        }
        for (Connection connection : TcpTable.of(files, ancestors::sockets)) {
            boolean isSsh =
                    connection.local().equals(server) && connection.remote().equals(client);
            int by = carrier(connection.local(), connection.remote(), "");
            if (by != 0 && !isSsh) {
                findings.add(Danger.CONTROL_CONNECTION, sentence(connection) + reach.by(by));
            }
        }
    }

    private static String sentence(Connection connection) {
        return "a TCP connection of netreset or a process above it, from " + IpAddress.text(connection.remote())
                + " port " + connection.remotePort() + " to " + IpAddress.text(connection.local()) + " port "
                + connection.localPort() + ", goes through it";
    }

    /**
     * The link among those that stop that has the local address, or by which answers leave; 0 if none.
     *
     * @param zone the link of a link-local address; empty if none is named
     */
    private int carrier(ByteBuffer local, ByteBuffer remote, String zone) throws NetlinkException {
        LinkFacts named = zone.isEmpty() ? null : reach.tables().link(zone);
        if (named != null) {
            return reach.has(named.index()) ? named.index() : 0;
        }
        int owner = reach.tables().owner(local);
        if (owner != 0 && reach.has(owner)) {
            return owner;
        }
        int way = socket.wayTo(remote);
        return way != 0 && reach.has(way) ? way : 0;
    }
}
