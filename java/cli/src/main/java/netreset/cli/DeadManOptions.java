// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** When what resets took away is put back although they are over, or their process is. */
final class DeadManOptions {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private @Nullable Duration within;
    private boolean confirm;

    void addTo(CommandSpec spec) {
        spec.addOption(Arguments.duration("--dead-man", value -> within = value)
                        .description(
                                "Put admin state, addresses, routes and the rest of NICs back as they were unless this command ends"
                                        + " well within D, such as 60s: also if it is killed, or its session dies.")
                        .build())
                .addOption(Arguments.flag("--confirm", value -> confirm = value)
                        .description(
                                "Ask for 'yes' when the resets are over, and put back unless it comes within --dead-man, or 60s.")
                        .build());
    }

    boolean isWanted() {
        return confirm || within != null;
    }

    boolean isToBeConfirmed() {
        return confirm;
    }

    Duration within() {
        return within == null ? Duration.ofSeconds(60) : within;
    }

    /**
     * What is wrong with them; {@code null} if nothing.
     *
     * @param others options that these contradict, and were given
     */
    @Nullable
    String fault(List<String> targets, List<String> others) {
        if (!isWanted()) {
            return null;
        }
        if (!others.isEmpty()) {
            return "--dead-man and --confirm mean nothing with " + String.join(", ", others);
        }
        if (within().compareTo(SHORTEST) < 0 || within().compareTo(LONGEST) > 0) {
            return "--dead-man is 1s to 1d";
        }
        return targets.stream().allMatch(target -> target.startsWith("nic:"))
                ? null
                : "--dead-man and --confirm are for nic: targets";
    }
}
