// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scenarios that come with the project, each a lesson. Their files are beside the grammar. */
public final class ShippedScenarios {
    private static final String INDEX = "index.txt";
    private static final String EXPLORED = "explored.txt";
    private static final String ENDING = ".scenario";

    private ShippedScenarios() {}

    /** Their names, in the order in which they are best read. */
    public static List<String> names() {
        return names(INDEX);
    }

    /** Likewise of those that are for the explorer: some order of steps breaks what they expect. */
    public static List<String> explored() {
        return names(EXPLORED);
    }

    private static List<String> names(String list) {
        byte[] index = read(list);
        if (index == null) {
            throw new IllegalStateException("the list of scenarios is missing");
        }
        return new String(index, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** A scenario's text by its name, as {@code sync-reset}; {@code null} if there is none. */
    public static byte @Nullable [] text(String name) {
        return names().contains(name) || explored().contains(name) ? read(name + ENDING) : null;
    }

    private static byte @Nullable [] read(String resource) {
        try (InputStream bytes = ShippedScenarios.class.getResourceAsStream(resource)) {
            return bytes == null ? null : bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
