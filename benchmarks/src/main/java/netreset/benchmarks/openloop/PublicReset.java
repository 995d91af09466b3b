// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import java.time.Duration;
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
 */
record PublicReset(NetReset netReset, ResetRequest request) implements Reset {
    static PublicReset by(String bridge, String nic, String component) throws ResetException {
        NetReset.Options options = NetReset.Options.DEFAULT
                .withBridge(bridge)
                .withCoolDown(Duration.ZERO)
                .withHourlyBudget(1_000_000);
        ResetRequest request = ResetRequest.of("nic:" + nic)
                .withScope(Scope.of(component))
                .withVerification(Verification.NONE);
        return new PublicReset(NetReset.open(options), request);
    }

    @Override
    public void run() throws IOException, ResetException {
        ResetReport report = netReset.reset(request);
        if (report.outcome() != Outcome.ACCEPTED || report.remaining().bits() != 0) {
            throw new IOException(report.toString());
        }
    }
}
