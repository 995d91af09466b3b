// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the catalogue: blocks of heading, sentence, source and lines {@code key: value}; the file itself says more. */
final class RulesText {
    private static final Pattern HEADING = Pattern.compile("R([1-9][0-9]{0,3}) (\\S.*)");
    private static final Pattern FURTHER = Pattern.compile("([a-z]+): (\\S.*)");
    private static final Set<String> KEYS =
            Set.of("owner", "offender", "mark", "severity", "versions", "unless", "divided");
    private static final int FIXED_LINES = 3;

    private RulesText() {}

    /** @throws IllegalArgumentException that names the block, and says in one line what is wrong with it */
    static List<NdisRule> parse(String text) {
        List<NdisRule> rules = new ArrayList<>();
        String rulesOnly = text.replaceAll("(?m)^#.*\\R?", "").strip();
        for (String block : rulesOnly.split("\\R\\s*\\R", -1)) {
            // Splits an empty text into a line too, unlike lines().
            NdisRule rule =
                    rule(Stream.of(block.split("\\R", -1)).map(String::strip).toList());
            if (rule.number() != rules.size() + 1) {
                throw new IllegalArgumentException(
                        rule.name() + ": its place in the catalogue is that of R" + (rules.size() + 1));
            }
            rules.add(rule);
        }
        return List.copyOf(rules);
    }

    private static NdisRule rule(List<String> lines) {
        try {
            Matcher heading = HEADING.matcher(lines.get(0));
            if (!heading.matches() || lines.size() < FIXED_LINES) {
                throw new IllegalArgumentException("not a heading, a sentence and a source");
            }
            Map<String, String> further = further(lines.subList(FIXED_LINES, lines.size()));
            Owner owner = constant(Owner.values(), Owner::word, required(further, "owner"));
            return new NdisRule(
                    Integer.parseInt(heading.group(1)),
                    heading.group(2),
                    lines.get(1),
                    lines.get(2),
                    owner,
                    constant(Owner.values(), Owner::word, further.getOrDefault("offender", owner.word())),
                    list(required(further, "mark"), word -> constant(Mark.values(), Mark::word, word)),
                    constant(Severity.values(), Severity::word, required(further, "severity")),
                    Versions.named(further.getOrDefault("versions", Versions.ALL.words())),
                    list(further.getOrDefault("unless", ""), Reading::parse),
                    further.get("divided"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(lines.get(0) + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> further(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            Matcher further = FURTHER.matcher(line);
            if (!further.matches() || !KEYS.contains(further.group(1))) {
                throw new IllegalArgumentException("this line says nothing known: " + line);
            }
            if (values.put(further.group(1), further.group(2)) != null) {
                throw new IllegalArgumentException("two lines of " + further.group(1));
            }
        }
        return values;
    }

    private static String required(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no line of " + key);
        }
        return value;
    }

    private static <T> List<T> list(String text, Function<String, T> parse) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(", ", -1)).map(parse).toList();
    }

    private static <T> T constant(T[] constants, Function<T, String> words, String word) {
        return Stream.of(constants)
                .filter(constant -> words.apply(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of "
                        + String.join(", ", Stream.of(constants).map(words).toList())));
    }
}
