// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netreset.ResetReport.Timing;
import netreset.linux.proof.Counters;
import netreset.linux.proof.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a NIC besides its link, and what a person is told of it. A function of its parts.
 *
 * @param traffic what probes have shown
 * @param before its counters right before the dispatch; {@code null} if they can't be seen
 * @param after its counters in the end; {@code null} if they can't be seen, or nobody got to look
 */
record Proof(
        Traffic traffic,
        @Nullable Counters before,
        @Nullable Counters after) {
    Timing timing(Timing link) {
        return link.withDatapath(traffic.outageNanos(), traffic.resolutionNanos());
    }

    /** @param linkIsBack whether the link is what it was, so that it is time to ask whether traffic passes */
    List<String> notes(boolean linkIsBack) {
        List<String> notes = new ArrayList<>();
        if (linkIsBack) {
            noteTraffic(notes);
            noteStandstill(notes);
        }
        noteWatchdog(notes);
        return notes;
    }

    private void noteTraffic(List<String> notes) {
        String fault = traffic.fault() == null ? "" : " (it can't be sent: " + traffic.fault() + ")";
        if (!traffic.isProbed()) {
            notes.add("whether traffic passes wasn't probed: the link alone is E3 at most");
        } else if (traffic.isDead()) {
            notes.add("the link is up, but no traffic passes: " + traffic.text() + " was answered before, and the last "
                    + traffic.unanswered() + " probes were not" + fault);
        } else if (!traffic.answered()) {
            notes.add("whether traffic passes isn't known: " + traffic.text() + " was never answered, before the reset"
                    + " neither" + fault);
        } else if (!traffic.answeredBefore()) {
            notes.add("traffic passes: " + traffic.text() + " is answered now, and wasn't before the reset");
        }
    }

    /** A driver counts what its hardware reports to have been sent: where that stands still, it sends nothing. */
    private void noteStandstill(List<String> notes) {
        if (!traffic.isProbed() || traffic.answered() || !isComparable()) {
            return;
        }
        List<String> still = new ArrayList<>();
        if (Objects.requireNonNull(after).sent()
                == Objects.requireNonNull(before).sent()) {
            still.add("tx_packets");
        }
        if (Objects.requireNonNull(after).received()
                == Objects.requireNonNull(before).received()) {
            still.add("rx_packets");
        }
        if (!still.isEmpty()) {
            notes.add("while probes went out its counters stood still: " + String.join(" and ", still));
        }
    }

    private void noteWatchdog(List<String> notes) {
        if (isComparable()
                && Objects.requireNonNull(after).timeouts()
                        > Objects.requireNonNull(before).timeouts()) {
            notes.add(
                    "its driver began a reset of its own meanwhile: the kernel's watchdog found a transmit queue stuck"
                            + " (tx_timeout " + Objects.requireNonNull(before).timeouts() + " -> "
                            + Objects.requireNonNull(after).timeouts() + ")");
        }
    }

    private boolean isComparable() {
        return before != null && after != null && before.index() == after.index();
    }
}
