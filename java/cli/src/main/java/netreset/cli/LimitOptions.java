// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.nio.file.Path;
import java.time.Duration;
import netreset.NetReset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often NICs are reset, and where it is written down. */
final class LimitOptions {
    @Option(
            names = "--cool-down",
            paramLabel = "D",
            converter = DurationConverter.class,
            defaultValue = "${env:NETRESET_COOL_DOWN:-30s}",
            description =
                    "How long a NIC is left alone after a reset began, across processes; 30s, or NETRESET_COOL_DOWN.")
    private Duration coolDown = NetReset.Options.DEFAULT.coolDown();

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "${env:NETRESET_BUDGET:-6}",
            description = "How often a NIC may be reset within an hour, across processes; 6, or NETRESET_BUDGET.")
    private int budget = NetReset.Options.DEFAULT.hourlyBudget();

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description =
                    "Write each reset down here, before the first act and after the last. Those of NICs are otherwise"
                            + " in audit/audit.ndjson of the state folder: NETRESET_STATE_DIR, or /run/netreset for root.")
    private @Nullable Path audit;

    boolean hasAuditFile() {
        return audit != null;
    }

    /** @throws IllegalArgumentException if one is beyond what it may be */
    NetReset.Options in(NetReset.Options options) {
        return options.withAuditFile(audit).withCoolDown(coolDown).withHourlyBudget(budget);
    }
}
