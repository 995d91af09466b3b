// SPDX-License-Identifier: Apache-2.0
package netreset.rules;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes {@code rules.json} by hand: the guest that runs this has no JSON library. */
final class RulesJson {
    private RulesJson() {}

    static String of(Map<String, List<RuleStatus>> statusesByCatalogue) {
        return "{\"catalogues\": "
                + array(
                        List.copyOf(statusesByCatalogue.keySet()),
                        "",
                        name -> "{\"name\": " + string(name)
                                + ", \"rules\": "
                                + array(statusesByCatalogue.getOrDefault(name, List.of()), "  ", RulesJson::of)
                                + "}")
                + "}\n";
    }

    private static String of(RuleStatus status) {
        return "{\"number\": " + string(status.rule().number())
                + ", \"title\": " + string(status.rule().title())
                + ", \"sentence\": " + string(status.rule().sentence())
                + ", \"source\": " + string(status.rule().source())
                + ", \"state\": " + string(status.state().toString())
                + ", \"tests\": " + array(status.results(), "    ", RulesJson::of) + "}";
    }

    private static String of(RuleResult result) {
        return "{\"id\": " + string(result.test())
                + ", \"outcome\": " + string(result.outcome().toString())
                + ", \"java\": " + string(result.java())
                + ", \"bridge\": " + string(result.bridge()) + "}";
    }

    /** One item a line. */
    private static <T> String array(List<T> items, String indent, Function<T, String> json) {
        return items.isEmpty()
                ? "[]"
                : items.stream()
                        .map(item -> "\n" + indent + "  " + json.apply(item))
                        .collect(Collectors.joining(",", "[", "\n" + indent + "]"));
    }

    private static String string(@Nullable String text) {
        return text == null
                ? "null"
                : text.codePoints().mapToObj(RulesJson::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(int codePoint) {
        if (codePoint < ' ') {
            return String.format("\\u%04x", codePoint);
        }
        return (codePoint == '"' || codePoint == '\\' ? "\\" : "") + Character.toString(codePoint);
    }
}
