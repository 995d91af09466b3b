// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Storms of many seeds. Their drivers keep the contract, so that each breach is somebody else's: NDIS's, that is ours.
 * {@code -Dnetreset.ndis.storms=100000} has more of them than usual.
 */
class StormTest {
    private static final int USUAL = 2000;

    @Test
    @Rule({"R20", "R98", "R62"})
    void nothingIsBrokenInAnyStorm() {
        List<String> broken = new ArrayList<>();
        long events = 0;
        long resets = 0;
        int storms = Integer.getInteger("netreset.ndis.storms", USUAL);
        long from = Long.getLong("netreset.ndis.storms.from", 0);
        for (long seed = from; seed < from + storms; seed++) {
            Storm storm = new Storm(seed).run();
            for (String breach : breaches(storm)) {
                broken.add("seed " + seed + ": " + breach);
            }
            events += storm.log.events().size();
            resets += storm.log.events().stream()
                    .filter(event -> event.what() == What.RESET_DONE)
                    .count();
        }
        int shown = Math.min(broken.size(), 40);
        Assertions.assertTrue(
                broken.isEmpty(), () -> broken.size() + " breaches\n" + String.join("\n", broken.subList(0, shown)));
        Assertions.assertTrue(resets > storms, "hardly a reset in " + events + " events");
    }

    private static List<String> breaches(Storm storm) {
        List<String> breaches = new ArrayList<>();
        storm.ndis.violations().forEach(violation -> breaches.add(violation.toString()));
        if (storm.ndis.bugCheck() != null) {
            breaches.add(storm.ndis.bugCheck().toString());
        }
        breaches.addAll(storm.ndis.unfinished());
        breaches.addAll(storm.books.wrong());
        breaches.addAll(unbalanced(storm));
        return breaches;
    }

    /** Who was told of resets otherwise than by START and END in turn. */
    private static List<String> unbalanced(Storm storm) {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> open = new HashMap<>();
        for (Event event : storm.log.events()) {
            String to = event.to() + " at " + event.adapter();
            if (event.what() == What.ATTACH || event.what() == What.DETACH) {
                open.remove(to);
            } else if (event.what() == What.BIND || event.what() == What.UNBIND) {
                open.remove(event.from() + " at " + event.adapter());
                open.remove(to);
            } else if (event.what() == What.STATUS && storm.hearsAll(to)) {
                int now = open.merge(to, NdisStatus.RESET_START.equals(event.status()) ? 1 : -1, Integer::sum);
                if (now != 0 && now != 1) {
                    wrong.add(to + " is told " + event.status() + " at event " + event.seq());
                }
            }
        }
        open.forEach((who, count) -> {
            if (count != 0) {
                wrong.add(who + " was told of no end");
            }
        });
        return wrong;
    }
}
