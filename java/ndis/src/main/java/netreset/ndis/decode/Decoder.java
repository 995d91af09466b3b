// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a number of NDIS means, or a name stands for. */
public final class Decoder {
    private static final int SUGGESTIONS = 5;

    private Decoder() {}

    /**
     * All that it can mean; of a number that nothing here knows, what its fields say.
     *
     * @param text a number, decimal (with a sign or without), hexadecimal after {@code 0x}, or eight hexadecimal digits; a
     *     bug check and its parameters, as {@code 0x7C/0x0F}; or a name in any case, with its prefix or without
     * @return at least one
     * @throws IllegalArgumentException if it is no number of 32 bits, and nothing is called so; in one line
     */
    public static List<Meaning> decode(String text) {
        if (!Numbers.isNumber(text)) {
            return named(text);
        }
        List<Integer> path = Numbers.path(text);
        return path.size() == 1 ? numbered(path.get(0)) : List.of(bugCheck(path));
    }

    private static List<Meaning> named(String name) {
        List<Entry> found = Names.called(name);
        if (found.isEmpty()) {
            String near = Names.containing(name).stream()
                    .map(Entry::name)
                    .distinct()
                    .limit(SUGGESTIONS)
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("'" + name + "' is no number, and nothing known here is called so"
                    + (near.isEmpty() ? "" : ": there are " + near));
        }
        return found.stream().map(Decoder::known).toList();
    }

    private static List<Meaning> numbered(int number) {
        List<Entry> found = Names.numbered(number);
        if (!found.isEmpty()) {
            return found.stream().map(Decoder::known).toList();
        }
        List<Meaning> possible = new ArrayList<>();
        possible.add(unknown(Kind.STATUS, number, StatusFields.of(number)));
        if (OidFields.arePlausible(number)) {
            possible.add(unknown(Kind.OID, number, OidFields.of(number)));
        }
        return possible;
    }

    private static Meaning unknown(Kind kind, int number, List<Detail> fields) {
        return new Meaning(kind, Numbers.hex(number), Integer.toUnsignedLong(number), null, null, fields, false);
    }

    private static Meaning known(Entry entry) {
        List<Detail> details = switch (entry.kind()) {
            case STATUS -> StatusFields.of(entry.last());
            case OID -> OidFields.of(entry.last());
            case BUG_CHECK -> parents(entry.path());
            case EVENT -> EventFields.of(entry);
        };
        long value = Integer.toUnsignedLong(entry.last());
        return new Meaning(entry.kind(), entry.number(), value, entry.name(), entry.text(), details, true);
    }

    private static Meaning bugCheck(List<Integer> path) {
        return Names.at(path).stream().findFirst().map(Decoder::known).orElseGet(() -> {
            long value = Integer.toUnsignedLong(path.get(path.size() - 1));
            return new Meaning(Kind.BUG_CHECK, Numbers.hex(path), value, null, null, parents(path), false);
        });
    }

    /** What the numbers before the last one say. */
    private static List<Detail> parents(List<Integer> path) {
        return Stream.iterate(1, length -> length < path.size(), length -> length + 1)
                .flatMap(length -> Names.at(path.subList(0, length)).stream())
                .map(entry -> new Detail("of", entry.toString()))
                .toList();
    }
}
