// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import netreset.rras.FakeConnection;
import netreset.rras.FakePort;
import netreset.rras.FakeServer;

/** A server with a free port, one in use and one that looks stuck; and the command run against it. */
final class RasHost {
    static final int AUTHENTICATED = 5;
    static final int LISTENING = 3;

    final FakeServer server = new FakeServer();
    final FakePort free = new FakePort(0x4, "VPN2-0");
    final FakePort used = new FakePort(0x1_0000_0005L, "VPN2-1");
    final FakePort stuck = new FakePort(0x6, "VPN2-2");
    final FakeConnection alice = new FakeConnection(0x70, "alice");

    RasHost() {
        used.condition = AUTHENTICATED;
        used.connection = alice.handle;
        used.calls = 9;
        used.duration = 100_000;
        stuck.connection = 0x71;
        stuck.duration = 60;
        alice.domain = "CORP";
        alice.duration = 100_000;
        alice.flags = 0x10;
        alice.endpoint = "192.0.2.7";
        alice.address = "10.0.0.7";
        alice.counters[0] = -1;
        server.ports.add(free);
        server.ports.add(used);
        server.ports.add(stuck);
        server.connections.add(alice);
    }

    Ran run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "ras";
        System.arraycopy(args, 0, all, 1, args.length);
        return Ran.here(server::connect, all);
    }
}
