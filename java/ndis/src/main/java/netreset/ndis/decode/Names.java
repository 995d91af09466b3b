// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All names there are, from the lists beside this class. */
final class Names {
    private static final Set<String> PREFIXES =
            Set.of("NDIS_STATUS_", "STATUS_NDIS_", "STATUS_", "OID_", "NDIS_BUGCHECK_", "EVENT_NDIS_", "NDIS_");

    private static final List<Entry> ALL =
            Stream.of(Kind.values()).flatMap(kind -> read(kind).stream()).toList();

    private Names() {}

    private static List<Entry> read(Kind kind) {
        try (InputStream text = Names.class.getResourceAsStream(kind.resource())) {
            if (text == null) {
                throw new IllegalStateException("a list of names is missing: " + kind.resource());
            }
            return Entry.parse(kind, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Entry> all() {
        return ALL;
    }

    /** Those of this name, in any case, and with or without what it usually begins with. */
    static List<Entry> called(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return named(symbol ->
                symbol.equals(wanted) || PREFIXES.stream().anyMatch(prefix -> symbol.equals(prefix + wanted)));
    }

    /** Those that have this in their name. */
    static List<Entry> containing(String part) {
        String wanted = part.toUpperCase(Locale.ROOT);
        return named(symbol -> symbol.contains(wanted));
    }

    private static List<Entry> named(Predicate<String> symbol) {
        return ALL.stream()
                .filter(entry ->
                        entry.name() != null && symbol.test(entry.name().toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** Those that this number alone can mean: it may be a parameter of a bug check, or the id that an event log shows. */
    static List<Entry> numbered(int number) {
        return ALL.stream()
                .filter(entry ->
                        entry.last() == number || entry.kind() == Kind.EVENT && EventFields.id(entry) == number)
                .toList();
    }

    /** Those of this bug check with these parameters. */
    static List<Entry> at(List<Integer> path) {
        return ALL.stream()
                .filter(entry -> entry.kind() == Kind.BUG_CHECK && entry.path().equals(path))
                .toList();
    }
}
