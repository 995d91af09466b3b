// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.Map;
import netreset.bridge.Bridges;
import netreset.bridge.StandIn;
import netreset.jna.JnaTestLibrary;
import netreset.rras.StandInServer;

/** Watches three ports of the stand-in until a signal ends the process, and prints at its end what that library saw. */
final class WatchOfStandIn {
    private static final long PATIENCE_MILLIS = 10_000;

    private WatchOfStandIn() {}

    public static void main(String[] script) throws Exception {
        StandIn standIn = StandIn.open(Bridges.find().best(), JnaTestLibrary::new)
                .reset("ports 3 VPN2-")
                .script(script);
        Thread watch = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(standIn, watch)));
        Main.run(
                Console.ofProcess(Map.of()),
                options -> StandInServer.connect(standIn, options),
                "ras",
                "watch",
                "--every",
                "1h");
    }

    private static void tell(StandIn standIn, Thread watch) {
        try {
            watch.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        standIn.log().forEach(System.out::println);
        standIn.counters().forEach((counter, value) -> System.out.println(counter + " " + value));
    }
}
