// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakePort;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

class RasWatchTest {
    private final RasHost host = new RasHost();

    /** Lets the watch look a second time with this change made after its first. */
    private Ran watch(Runnable change, String... args) throws Exception {
        CompletableFuture<Ran> run = CompletableFuture.supplyAsync(() -> host.run(args));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (host.server.calls(MprapiFunction.CONNECTION_ENUM_EX) == 0 && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        host.server.hold(change);
        return run.get(20, TimeUnit.SECONDS);
    }
}
