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
import picocli.CommandLine.Option;

/** What a watch may do about a NIC that hangs. */
final class RecoverOptions {
    @Option(
            names = "--recover",
            description =
                    "Reset a NIC on a sign of a hang: a transmit timeout, a health reporter in error, a carrier away"
                            + " for --lost-for. Needs --up-to.")
    private boolean recover;

    @Option(
            names = "--up-to",
            paramLabel = "RUNG",
            converter = RungConverter.class,
            description = "How far to go, R0 to R8, from the mildest reset it has.")
    private @Nullable Rung upTo;

    @Option(
            names = "--lost-for",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "A carrier away for so long is a sign of a hang; 10s unless told.")
    private Duration lostFor = HangPolicy.Limits.DEFAULT.carrierPatience();

    @Option(
            names = "--max-per-hour",
            paramLabel = "N",
            description = "Reset each NIC at most so often within any hour; 4 unless told.")
    private int maxPerHour = HangPolicy.Limits.DEFAULT.maxPerHour();

    @Option(
            names = "--back-off",
            paramLabel = "D",
            converter = DurationConverter.class,
            description =
                    "Wait so long from one reset to the next, doubled with each that didn't help; 30s unless told.")
    private Duration backOff = HangPolicy.Limits.DEFAULT.backOff();

    @Option(
            names = "--max-in-vain",
            paramLabel = "N",
            description =
                    "After so many resets that didn't help leave the NIC alone: a human is needed; 3 unless told.")
    private int maxInVain = HangPolicy.Limits.DEFAULT.maxInVain();

    @Option(
            names = "--timeout",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "How long to wait for the return after each means, such as 30s (the default).")
    private @Nullable Duration timeout;

    @Option(
            names = "--force",
            paramLabel = "REASON",
            description = "Override the refusal with this code, and no other.")
    private List<String> force = List.of();

    @Option(names = "--dry-run", description = "Say what would be done; touch nothing.")
    private boolean dryRun;

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
