// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import netreset.NetReset;
import netreset.Outcome;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Scope;
import netreset.Verification;

/**
 * {@link NetReset#reset}, whole: the device looked up, what forbids it, the lock across processes, the journal, the call on
 * a thread of its own, the report. Its return isn't watched, which would be a wait.
 *
 * @param state the state folder that the library keeps
 */
record PublicReset(NetReset netReset, ResetRequest request, Path state) implements Contender {
    static PublicReset by(String bridge, String nic, String component, Path state) throws ResetException {
        NetReset.Options options = NetReset.Options.DEFAULT
                .withBridge(bridge)
                .withCoolDown(Duration.ZERO)
                .withHourlyBudget(1_000_000);
        ResetRequest request =
                ResetRequest.of("nic:" + nic).withScope(Scope.of(component)).withVerification(Verification.NONE);
        return new PublicReset(NetReset.open(options), request, state);
    }

    @Override
    public String name() {
        return "netreset-reset-" + netReset.bridge();
    }

    @Override
    public Pace pace() {
        return Pace.WHOLE;
    }

    /** With a history that is short, as six resets an hour leave it: it is read and written at each reset. */
    @Override
    public long[] round(Schedule schedule) throws IOException, ResetException {
        forget(state.resolve("history"));
        return schedule.follow(this::reset);
    }

    private static void forget(Path history) throws IOException {
        if (Files.exists(history)) {
            try (Stream<Path> devices = Files.list(history)) {
                for (Path device : devices.toList()) {
                    Files.delete(device);
                }
            }
        }
    }

    private void reset() throws IOException, ResetException {
        ResetReport report = netReset.reset(request);
        if (report.outcome() != Outcome.ACCEPTED || report.remaining().bits() != 0) {
            throw new IOException(report.toString());
        }
    }
}
