// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/**
 * Reads in a log who was told of which reset, and when: nobody twice, nobody but while one is on, START before
 * MiniportResetEx and END after the gate has opened, and in turn to everybody who hears all.
 */
final class Alternation {
    private final Predicate<String> hearsAll;
    private final boolean startsAfterHandler;
    private final Map<String, Reset> resets = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private long pairs;

    /**
     * @param hearsAll whether no filter keeps anything from a receiver
     * @param startsAfterHandler whether START comes only when the handler has returned PENDING
     */
    Alternation(Predicate<String> hearsAll, boolean startsAfterHandler) {
        this.hearsAll = hearsAll;
        this.startsAfterHandler = startsAfterHandler;
    }

    /** A reset that is on. */
    private static final class Reset {
        private boolean handled;
        private boolean opened;
        private final Set<String> told = new HashSet<>();
    }

    Alternation read(Iterable<Event> events) {
        events.forEach(this::read);
        open.forEach(who -> wrong.add(who + " was told of no end"));
        resets.keySet().forEach(adapter -> wrong.add("the reset of " + adapter + " has no end"));
        return this;
    }

    /** What was wrong. */
    List<String> wrong() {
        return wrong;
    }

    /** How many RESET_START had their RESET_END. */
    long pairs() {
        return pairs;
    }

    private void read(Event event) {
        String adapter = String.valueOf(event.adapter());
        Reset reset = resets.get(adapter);
        switch (event.what()) {
            case RESET_TRIGGER -> begin(event, adapter);
            case RESET_HANDLER -> {
                expect(reset != null && !reset.handled && !reset.opened, event);
                if (reset != null) {
                    reset.handled = true;
                }
            }
            case GATE_OPEN -> {
                expect(reset != null && !reset.opened, event);
                if (reset != null) {
                    reset.opened = true;
                }
            }
            case STATUS -> told(event, reset);
            case RESET_DONE -> {
                expect(reset != null && reset.opened, event);
                resets.remove(adapter);
            }
            // Where a halt doesn't wait, it ends the reset.
            case HALT -> resets.remove(adapter);
            case ATTACH, DETACH, BIND, UNBIND -> forget(event, reset);
            default -> {
                // Of no interest.
            }
        }
    }

    private void begin(Event event, String adapter) {
        expect(resets.put(adapter, new Reset()) == null, event);
    }

    private void told(Event event, @Nullable Reset reset) {
        boolean start = NdisStatus.RESET_START.equals(event.status());
        if (!start && !NdisStatus.RESET_END.equals(event.status())) {
            return;
        }
        String who = who(String.valueOf(event.to()), event);
        expect(reset != null && isInTurn(reset, start) && reset.told.add(who + " " + start), event);
        if (hearsAll.test(who)) {
            expect(start ? open.add(who) : open.remove(who), event);
            pairs += start ? 0 : 1;
        }
    }

    private boolean isInTurn(Reset reset, boolean start) {
        return start ? !reset.opened && reset.handled == startsAfterHandler : reset.opened;
    }

    private void forget(Event event, @Nullable Reset reset) {
        for (String each : new String[] {String.valueOf(event.from()), String.valueOf(event.to())}) {
            String who = who(each, event);
            open.remove(who);
            if (reset != null) {
                reset.told.remove(who + " true");
                reset.told.remove(who + " false");
            }
        }
    }

    private static String who(String label, Event event) {
        return label + " at " + event.adapter();
    }

    private void expect(boolean right, Event event) {
        if (!right) {
            wrong.add("out of turn: " + event);
        }
    }
}
