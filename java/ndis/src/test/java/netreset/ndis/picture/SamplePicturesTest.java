// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import netreset.ndis.trace.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pictures in {@code docs} are what the code draws. To draw them anew:
 * {@code mvn -pl java/ndis -am -Dtest=SamplePicturesTest -Dsurefire.failIfNoSpecifiedTests=false -Dnetreset.pictures.draw=true test}
 */
class SamplePicturesTest {
    @ParameterizedTest
    @ValueSource(strings = {"synchronous", "connection-oriented", "broken"})
    void areWhatTheCodeDraws(String name) throws IOException {
        Path file = Path.of("docs", name + ".svg");
        List<Event> events = Stories.all().getOrDefault(name, List.of());
        String svg = SvgDiagram.of(Caption.of(name.replace('-', ' ') + " reset"), events, Stories.WORDING);
        if (Boolean.getBoolean("netreset.pictures.draw")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, svg);
        }

        assertThat(file).content().isEqualTo(svg);
    }
}
