// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of names.
 *
 * @param path the number, and of a bug check its parameters as far as they name a cause
 * @param name its symbol; {@code null} if it has none
 * @param text what it means; {@code null} if the name has to do
 */
record Entry(
        Kind kind,
        List<Integer> path,
        @Nullable String name,
        @Nullable String text) {
    private static final Pattern LINE = Pattern.compile("(\\S+) ([A-Za-z][A-Za-z0-9_]*|-)(?: (\\S.*))?");

    /** All that a file says, in its order; comments begin with {@code #}. */
    static List<Entry> parse(Kind kind, String text) {
        List<Entry> entries = new ArrayList<>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> entries.addAll(parseLine(kind, line)));
        return entries;
    }

    private static List<Entry> parseLine(Kind kind, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(kind.resource() + ": no number and name: " + line);
        }
        String name = matcher.group(2).equals("-") ? null : matcher.group(2);
        return Stream.of(matcher.group(1).split(",", -1))
                .map(path -> new Entry(kind, Numbers.path(path), name, matcher.group(3)))
                .toList();
    }

    int last() {
        return path.get(path.size() - 1);
    }

    /** As it is written. */
    String number() {
        return kind == Kind.BUG_CHECK ? Numbers.hex(path) : Numbers.hex(last());
    }

    /** Number, name and text, as far as there are. */
    @Override
    public String toString() {
        return number() + (name == null ? "" : " " + name) + (text == null ? "" : ": " + text);
    }
}
