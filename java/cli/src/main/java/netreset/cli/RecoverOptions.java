// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import netreset.DeviceId;
import netreset.HangPolicy;
import netreset.ResetRequest;
import netreset.Rung;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What a watch may do about a NIC that hangs. */
final class RecoverOptions {
    private boolean recover;
    private @Nullable Rung upTo;
    private Duration lostFor = HangPolicy.Limits.DEFAULT.carrierPatience();
    private int maxPerHour = HangPolicy.Limits.DEFAULT.maxPerHour();
    private Duration backOff = HangPolicy.Limits.DEFAULT.backOff();
    private int maxInVain = HangPolicy.Limits.DEFAULT.maxInVain();
    private @Nullable Duration timeout;
    private List<String> force = List.of();
    private boolean dryRun;

    void addTo(CommandSpec spec) {
        spec.addOption(Arguments.flag("--recover", value -> recover = value)
                        .description(
                                "Reset a NIC on a sign of a hang: a transmit timeout, a health reporter in error, a carrier away"
                                        + " for --lost-for. Needs --up-to.")
                        .build())
                .addOption(Arguments.option("--up-to", Rung.class, value -> upTo = value)
                        .converters(new RungConverter())
                        .paramLabel("RUNG")
                        .description("How far to go, R0 to R8, from the mildest reset it has.")
                        .build())
                .addOption(Arguments.duration("--lost-for", value -> lostFor = value)
                        .description("A carrier away for so long is a sign of a hang; 10s unless told.")
                        .build())
                .addOption(Arguments.option("--max-per-hour", Integer.class, value -> maxPerHour = value)
                        .paramLabel("N")
                        .description("Reset each NIC at most so often within any hour; 4 unless told.")
                        .build())
                .addOption(Arguments.duration("--back-off", value -> backOff = value)
                        .description(
                                "Wait so long from one reset to the next, doubled with each that didn't help; 30s unless told.")
                        .build())
                .addOption(Arguments.option("--max-in-vain", Integer.class, value -> maxInVain = value)
                        .paramLabel("N")
                        .description(
                                "After so many resets that didn't help leave the NIC alone: a human is needed; 3 unless told.")
                        .build())
                .addOption(Arguments.duration("--timeout", value -> timeout = value)
                        .description("How long to wait for the return after each means, such as 30s (the default).")
                        .build())
                .addOption(Arguments.list("--force", value -> force = value)
                        .paramLabel("REASON")
                        .description("Override the refusal with this code, and no other.")
                        .build())
                .addOption(Arguments.flag("--dry-run", value -> dryRun = value)
                        .description("Say what would be done; touch nothing.")
                        .build());
    }

    boolean isWanted() {
        return recover;
    }

    boolean isDry() {
        return dryRun;
    }

    /** What is wrong with them; {@code null} if nothing. */
    @Nullable
    String fault() {
        if (recover && upTo == null) {
            return "--recover needs --up-to RUNG: how far it may go";
        }
        if (!recover && (upTo != null || dryRun || !force.isEmpty())) {
            return "--up-to, --force and --dry-run are for --recover";
        }
        return null;
    }

    /** @throws IllegalArgumentException if one is out of range */
    HangPolicy.Limits limits() {
        return new HangPolicy.Limits(lostFor, maxPerHour, backOff, maxInVain);
    }

    ResetRequest request(DeviceId device) {
        ResetRequest request = ResetRequest.of(device).withUpTo(upTo).withOverrides(new HashSet<>(force));
        return timeout == null ? request : request.withTimeout(timeout);
    }
}
