// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.List;

/**
 * What a picture says of the run it shows.
 *
 * @param scenario its name
 * @param profile which NDIS it was
 * @param seed what it was seeded with; empty if with nothing
 * @param verdict how it ended, in a word or a few; empty if nobody judged it
 * @param good whether that is good
 * @param expectations what was expected of it
 */
public record Caption(
        String scenario, String profile, String seed, String verdict, boolean good, List<Expectation> expectations) {

    /**
     * What was expected.
     *
     * @param text in words
     * @param met whether it came so
     */
    public record Expectation(String text, boolean met) {}

    /** Copies the list. */
    public Caption {
        expectations = List.copyOf(expectations);
    }

    /** A name and nothing else. */
    public static Caption of(String scenario) {
        return new Caption(scenario, "", "", "", true, List.of());
    }

    /** Profile, seed and verdict on a line, as far as there are any. */
    String facts() {
        StringBuilder facts = new StringBuilder();
        add(facts, "", profile);
        add(facts, "seed ", seed);
        add(facts, "", verdict);
        return facts.toString();
    }

    private static void add(StringBuilder facts, String before, String fact) {
        if (!fact.isBlank()) {
            facts.append(facts.isEmpty() ? "" : "  ·  ").append(before).append(fact);
        }
    }
}
