// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import netreset.ndis.trace.What;

/**
 * Storms of many seeds in a row: {@code java … netreset.ndis.storm.Storms COUNT FROM} prints what was broken, a line each
 * with its seed, and how much there was of everything; exits with 1 if anything was broken. {@code native/storms} calls it.
 */
final class Storms {
    private long storms;
    private long events;
    private long steps;
    private long resets;
    private long pairs;
    private long breaches;

    @SuppressWarnings("SystemOut") // its purpose
    public static void main(String[] arguments) {
        Storms storms =
                new Storms().run(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]), System.out::println);
        System.out.println(storms.tally());
        System.exit(storms.breaches == 0 ? 0 : 1);
    }

    /**
     * Has so many.
     *
     * @param from the first seed
     * @param told of each breach
     */
    Storms run(long count, long from, Consumer<String> told) {
        for (long seed = from; seed < from + count; seed++) {
            Storm storm = new Storm(seed).run();
            Alternation alternation = storm.alternation();
            for (String breach : breaches(storm, alternation)) {
                breaches++;
                told.accept("seed " + seed + ": " + breach);
            }
            storms++;
            steps += storm.steps();
            events += storm.log.events().size();
            resets += storm.log.events().stream()
                    .filter(event -> event.what() == What.RESET_DONE)
                    .count();
            pairs += alternation.pairs();
        }
        return this;
    }

    private static List<String> breaches(Storm storm, Alternation alternation) {
        List<String> breaches = new ArrayList<>();
        storm.ndis.violations().forEach(violation -> breaches.add(violation.toString()));
        if (storm.ndis.bugCheck() != null) {
            breaches.add(storm.ndis.bugCheck().toString());
        }
        breaches.addAll(storm.ndis.unfinished());
        breaches.addAll(storm.books.wrong());
        breaches.addAll(alternation.wrong());
        return breaches;
    }

    long resets() {
        return resets;
    }

    long pairs() {
        return pairs;
    }

    String tally() {
        return storms + " storms: " + steps + " steps, " + events + " events, " + resets + " resets, " + pairs
                + " RESET_START each with its RESET_END, " + breaches + " breaches";
    }
}
