// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Profile;
import netreset.ndis.rules.Rules;
import org.jspecify.annotations.Nullable;

/** The statements that hold for all of a scenario. Each may be there once. */
final class SettingsParser {
    static final List<String> WORDS = List.of("scenario", "shows", "profile", "knob", "seed", "limit");

    static final Map<String, Profile> VERSIONS = versions();

    private static final long STEPS = 1_000_000;
    private static final long MOST_STEPS = 1_000_000_000;
    private static final long NANOS = 60_000_000_000L;
    private static final int LAST_RULE = Rules.all().size();

    private final Set<String> said = new HashSet<>();
    private final Map<Knob, String> knobs = new EnumMap<>(Knob.class);
    private final List<Integer> shows = new ArrayList<>();
    private @Nullable String title;
    private Profile profile = Profile.NDIS_6_30;
    private @Nullable Long seed;
    private long limitSteps = STEPS;
    private long limitNanos = NANOS;
    private @Nullable Place limitAt;

    private static Map<String, Profile> versions() {
        Map<String, Profile> versions = new LinkedHashMap<>();
        versions.put("5", Profile.NDIS_5);
        versions.put("6.20", Profile.NDIS_6_20);
        versions.put("6.30", Profile.NDIS_6_30);
        versions.put("6.83", Profile.NDIS_6_83);
        return versions;
    }

    void parse(String word, Cursor cursor) throws MalformedScenarioException {
        switch (word) {
            case "scenario" -> {
                once(word, cursor);
                title = cursor.quoted("the scenario's title");
            }
            case "shows" -> {
                once(word, cursor);
                do {
                    shows.add(rule(cursor));
                } while (cursor.accept(","));
            }
            case "profile" -> {
                once(word, cursor);
                cursor.expect("ndis");
                profile = cursor.oneOf(VERSIONS, Cursor.alternatives(VERSIONS.keySet()));
            }
            case "knob" -> knob(cursor);
            case "seed" -> {
                once(word, cursor);
                seed = cursor.number("the seed", 0, Long.MAX_VALUE);
            }
            default -> limit(cursor);
        }
        cursor.endWithoutBlock();
    }

    /** {@code R46}. */
    static int rule(Cursor cursor) throws MalformedScenarioException {
        Place at = cursor.here();
        Token token = cursor.word("a rule, such as R46");
        int number = token.text().matches("R[1-9][0-9]?")
                ? Integer.parseInt(token.text().substring(1))
                : 0;
        if (number == 0 || number > LAST_RULE) {
            throw Cursor.wrong(at, "expected a rule from R1 to R" + LAST_RULE + ", found " + token.shown());
        }
        return number;
    }

    private void knob(Cursor cursor) throws MalformedScenarioException {
        Map<String, Knob> words = new LinkedHashMap<>();
        for (Knob knob : Knob.values()) {
            words.put(knob.word(), knob);
        }
        Place at = cursor.here();
        Knob knob = cursor.oneOf(words, "a knob (" + String.join(", ", words.keySet()) + ")");
        once("knob " + knob.word(), at);
        knobs.put(knob, cursor.choose(knob.readings()));
    }

    private void limit(Cursor cursor) throws MalformedScenarioException {
        limitAt = limitAt == null ? cursor.start() : limitAt;
        Place at = cursor.here();
        String number = cursor.word("a time or a number of steps, such as 10s or 5000 steps")
                .text();
        if (cursor.accept("steps")) {
            once("limit of steps", cursor);
            limitSteps = Quantity.number(number);
            if (limitSteps < 1 || limitSteps > MOST_STEPS) {
                throw Cursor.wrong(at, "the limit must be from 1 to " + MOST_STEPS + " steps");
            }
            return;
        }
        once("limit of time", cursor);
        String unit =
                Quantity.UNITS.contains(cursor.peek()) ? cursor.word("a unit").text() : "";
        limitNanos = Quantity.nanos(number + unit);
        if (limitNanos < 1) {
            throw Cursor.wrong(at, "expected a time or a number of steps, such as 10s or 5000 steps");
        }
    }

    private void once(String word, Cursor cursor) throws MalformedScenarioException {
        once(word, cursor.start());
    }

    private void once(String word, Place at) throws MalformedScenarioException {
        if (!said.add(word)) {
            throw Cursor.wrong(at, "'" + word + "' is there already");
        }
    }

    /** {@code null} as long as none was read. */
    @Nullable
    String title() {
        return title;
    }

    List<Integer> shows() {
        return shows;
    }

    Profile profile() {
        return profile;
    }

    Settings settings() {
        return new Settings(profile, knobs, seed, limitSteps, limitNanos, limitAt);
    }
}
