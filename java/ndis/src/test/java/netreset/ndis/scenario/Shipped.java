// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The scenarios that come with the project. */
public final class Shipped {
    private Shipped() {}

    /** Their files, sorted. */
    public static List<Path> files() {
        try (Stream<Path> all = Files.list(grammar().getParent())) {
            return all.filter(file -> file.toString().endsWith(".scenario"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path grammar() {
        try {
            URL grammar = Objects.requireNonNull(ScenarioParser.class.getResource("grammar.md"));
            return Path.of(grammar.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
