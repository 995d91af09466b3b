// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.nio.file.Path;
import java.time.Duration;
import netreset.NetReset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** How often NICs are reset, and where it is written down. */
final class LimitOptions {
    private Duration coolDown = NetReset.Options.DEFAULT.coolDown();
    private int budget = NetReset.Options.DEFAULT.hourlyBudget();
    private @Nullable Path audit;

    void addTo(CommandSpec spec) {
        spec.addOption(Arguments.duration("--cool-down", value -> coolDown = value)
                        .defaultValue("${env:NETRESET_COOL_DOWN:-30s}")
                        .description(
                                "How long a NIC is left alone after a reset began, across processes; 30s, or NETRESET_COOL_DOWN.")
                        .build())
                .addOption(Arguments.option("--budget", Integer.class, value -> budget = value)
                        .defaultValue("${env:NETRESET_BUDGET:-6}")
                        .paramLabel("N")
                        .description(
                                "How often a NIC may be reset within an hour, across processes; 6, or NETRESET_BUDGET.")
                        .build())
                .addOption(Arguments.option("--audit", Path.class, value -> audit = value)
                        .paramLabel("FILE")
                        .description(
                                "Write each reset down here, before the first act and after the last. Those of NICs are otherwise"
                                        + " in audit/audit.ndjson of the state folder: NETRESET_STATE_DIR, or /run/netreset for root.")
                        .build());
    }

    boolean hasAuditFile() {
        return audit != null;
    }

    /** @throws IllegalArgumentException if one is beyond what it may be */
    NetReset.Options in(NetReset.Options options) {
        return options.withAuditFile(audit).withCoolDown(coolDown).withHourlyBudget(budget);
    }
}
