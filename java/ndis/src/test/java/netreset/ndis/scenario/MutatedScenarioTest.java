// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a scenario's bytes, the parser either reads them or says in which line and column it gave up. */
class MutatedScenarioTest {
    private static final int TRIALS = 60;

    static Stream<Path> files() {
        return Shipped.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void bytes(Path file) {
        byte[] original = Shipped.text(file).getBytes(UTF_8);
        Random random = new Random(17);
        for (int i = 0; i < TRIALS; i++) {
            byte[] mutated = original.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                mutated[random.nextInt(mutated.length)] =
                        (byte) (random.nextInt(8) == 0 ? random.nextInt() : " \t:;,\"#0aR-".charAt(random.nextInt(11)));
            }
            tryToRead(mutated);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void words(Path file) {
        String[] words = Shipped.text(file).split("(?<=[ \n])");
        Random random = new Random(18);
        for (int i = 0; i < TRIALS; i++) {
            String[] mutated = words.clone();
            int at = random.nextInt(mutated.length);
            int other = random.nextInt(mutated.length);
            switch (random.nextInt(4)) {
                case 0 -> mutated[at] = "";
                case 1 -> mutated[at] = mutated[other];
                case 2 -> mutated[at] = mutated[at] + mutated[other];
                default -> {
                    String word = mutated[at];
                    mutated[at] = mutated[other];
                    mutated[other] = word;
                }
            }
            tryToRead(String.join("", mutated).getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void beginnings(Path file) {
        byte[] original = Shipped.text(file).getBytes(UTF_8);
        for (int length = 0; length < original.length; length += 9) {
            tryToRead(Arrays.copyOf(original, length));
        }
    }

    private static void tryToRead(byte[] bytes) {
        try {
            assertThat(ScenarioParser.parse("f", bytes).title()).isNotNull();
        } catch (MalformedScenarioException e) {
            long lines = new String(bytes, UTF_8).chars().filter(c -> c == '\n').count() + 1;
            assertThat(e.getMessage()).matches("f:\\d+:\\d+: .+").doesNotContain("\n");
            assertThat((long) e.place().line()).isBetween(1L, lines + 1);
        }
    }
}
