// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Thousands of sessions with a server that fails and lies at random; each can be repeated by its seed. */
class RandomSessionTest {
    private static final int SESSIONS = 2000;
    private static final int STEPS = 12;
    private static final int[] CODES = {0, 0, 0, 5, 87, 234, 601, 903, 1702, 1722, 1723, 1726, 1727, 4711, -1};
    private static final List<MprapiFunction> FAILING = List.of(
            MprapiFunction.SERVER_CONNECT,
            MprapiFunction.PORT_ENUM,
            MprapiFunction.PORT_GET_INFO,
            MprapiFunction.PORT_RESET,
            MprapiFunction.PORT_DISCONNECT,
            MprapiFunction.CONNECTION_ENUM_EX,
            MprapiFunction.IS_SERVICE_INITIALIZED,
            MprapiFunction.SERVER_GET_INFO);

    /** Every misuse of a handle, and every read outside, is an Error of the fake's. */
    @Rule({"P19", "P22", "P29", "P31"})
    @Test
    void nothingIsLostAndNothingIsGivenBackTwice() {
        for (int seed = 0; seed < SESSIONS; seed++) {
            FakeServer server = new FakeServer();
            int connects = session(new Random(seed), server);
            assertThat(server.heap.leaked()).as("leaks of seed %d", seed).isZero();
            assertThat(server.heap.wronglyFreed)
                    .as("wrong frees of seed %d", seed)
                    .isZero();
            assertThat(server.calls(MprapiFunction.SERVER_DISCONNECT))
                    .as("disconnects of seed %d", seed)
                    .isEqualTo(connects);
        }
    }

    /** How many connects succeeded. */
    private static int session(Random random, FakeServer server) {
        for (int i = random.nextInt(30); i > 0; i--) {
            server.ports.add(new FakePort(random.nextLong(), "VPN2-" + i));
        }
        server.pageSize = 1 + random.nextInt(10);
        server.spoilPorts = page -> spoil(random, page);
        server.spoilConnections = page -> spoil(random, page);
        int first = (int) server.nextHandle;
        try (RasServer ras = server.connect()) {
            List<RasPort> known = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                step(random, server, ras, known);
            }
        } catch (ResetException e) {
            assertThat(e.reason()).isNotNull();
        }
        return (int) server.nextHandle - first;
    }

    private static void spoil(Random random, FakePage page) {
        switch (random.nextInt(12)) {
            case 0 -> page.code = CODES[random.nextInt(CODES.length)];
            case 1 -> page.nullBuffer = true;
            case 2 -> page.entries = random.nextInt();
            case 3 -> page.entries = random.nextInt(page.entries + 1);
            case 4 -> page.resume = random.nextInt(4);
            case 5 -> page.total = random.nextInt();
            default -> {}
        }
        // More than is there, but not more than can be, no reader can tell from the truth.
        int there = page.content.length / 392;
        if (page.entries > there && page.entries <= Enumeration.MAX_ENTRIES) {
            page.entries = there;
        }
    }

    private static void step(Random random, FakeServer server, RasServer ras, List<RasPort> known) {
        if (random.nextInt(3) == 0) {
            server.fail(FAILING.get(random.nextInt(FAILING.size())), CODES[random.nextInt(CODES.length)]);
        }
        try {
            switch (random.nextInt(6)) {
                case 0, 1 -> known.addAll(ras.ports());
                case 2 -> ras.serviceState();
                case 3 -> ras.reconnect();
                default -> touch(random, ras, known);
            }
        } catch (ResetException e) {
            assertThat(e.getMessage()).hasLineCount(1);
        }
    }

    private static void touch(Random random, RasServer ras, List<RasPort> known) throws ResetException {
        if (known.isEmpty()) {
            return;
        }
        RasPort port = known.get(random.nextInt(known.size()));
        switch (random.nextInt(4)) {
            case 0 -> ras.reset(port);
            case 1 -> ras.disconnect(port);
            case 2 -> ras.reread(port);
            default -> ras.detail(port);
        }
    }
}
