// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import netreset.ndis.scenario.ShippedScenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdisRunTest {
    private static final String FAILING = """
            scenario "a wrong hope"
            miniport nic0 is scripted:
                on reset: returns SUCCESS
            protocol tcpip binds nic0
            at 5ms on dpc: nic0 asks for a reset
            expect no reset-handler
            """;

    @TempDir
    Path folder;

    @Test
    void aScenarioThatPassesPrintsItsLog() {
        Ran ran = Ran.here("ndis", "run", "sync-reset");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).anyMatch(line -> line.contains("reset-handler") && line.contains("[nic0]"));
        assertThat(ran.out().get(ran.out().size() - 1))
                .startsWith("PASS  a reset that is done when its handler returns (18 events, 5 expectations");
    }

    @Test
    void aScenarioThatFailsSaysWhereAndExitsWith1() throws IOException {
        String file = file(FAILING);

        Ran ran = Ran.here("ndis", "run", file);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).anyMatch(line -> line.startsWith("FAIL  a wrong hope"));
        assertThat(ran.out()).contains(file + ":6:1: expected none, found 1: reset-handler");
        assertThat(ran.out()).anyMatch(line -> line.startsWith("  > ") && line.contains("reset-handler"));
    }

    @Test
    void aBrokenRuleThatIsNotExpectedFails() throws IOException {
        Ran ran = Ran.here(
                "ndis", "run", file(FAILING.replace("SUCCESS", "HARD_ERRORS").replace("expect no", "expect")));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).anyMatch(line -> line.contains("rule R52 is broken, which is not expected"));
    }

    @Test
    void jsonHasAllEventsAndTheVerdict() throws IOException {
        Ran passed = Ran.here("ndis", "run", "--json", "restore");
        assertThat(passed.exit()).isZero();
        assertThat(passed.out()).hasSizeGreaterThan(30);
        JsonNode verdict = last(passed);
        assertThat(verdict.get("kind").textValue()).isEqualTo("scenario");
        assertThat(verdict.get("passed").booleanValue()).isTrue();
        assertThat(verdict.get("events").intValue()).isEqualTo(passed.out().size() - 1);
        JsonNode first = Schema.check(passed.out().get(0));
        assertThat(first.get("kind").textValue()).isEqualTo("ndis");
        assertThat(first.get("seq").intValue()).isEqualTo(1);
        assertThat(first.get("simulated").booleanValue()).isTrue();

        Ran failed = Ran.here("ndis", "run", "--json", file(FAILING));
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(last(failed).get("failures").get(0).get("line").intValue()).isEqualTo(6);
        failed.said(":6:1: expected none, found 1: reset-handler");
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        Ran once = Ran.here("ndis", "run", "cancel-flush-race", "--seed", "7");
        Ran again = Ran.here("ndis", "run", "cancel-flush-race", "--seed", "7");

        assertThat(again).isEqualTo(once);
        assertThat(once.out().get(once.out().size() - 1)).contains("seed 7");
    }

    @Test
    void pictures() throws IOException {
        Path svg = folder.resolve("a.svg");
        Path html = folder.resolve("a.html");

        assertThat(Ran.here("ndis", "run", "async-reset", "--svg", svg.toString())
                        .exit())
                .isZero();
        assertThat(Ran.here("ndis", "run", "async-reset", "--html", html.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(svg)).startsWith("<").contains("RESET_START");
        assertThat(Files.readString(html)).contains("<html").contains("RESET_START");
        assertThat(Ran.here("ndis", "run", "async-reset", "--mermaid").out())
                .anyMatch(line -> line.contains("sequenceDiagram"));
        assertThat(Ran.here("ndis", "run", "async-reset", "--timeline").out())
                .anyMatch(line -> line.contains("RESET_START"));
    }

    @Test
    void aPictureOfAFailureFailsToo() throws IOException {
        Ran ran = Ran.here("ndis", "run", file(FAILING), "--mermaid");

        assertThat(ran.exit()).isEqualTo(1);
        ran.said("expected none, found 1: reset-handler");
    }

    @Test
    void aPictureThatCannotBeWritten() {
        String nowhere = folder.resolve("no/such/a.svg").toString();

        Ran.here("ndis", "run", "async-reset", "--svg", nowhere).failed(1, nowhere + " can't be written");
    }

    @Test
    void malformedFilesAreUsageErrorsWithLineAndColumn() throws IOException {
        String file = file("scenario \"t\"\nminport nic0 is scripted\n");

        Ran.here("ndis", "run", file).failed(2, file + ":2:1: expected ", "did you mean 'miniport'?");
        Path binary = folder.resolve("binary");
        Files.write(binary, new byte[] {'s', (byte) 0xff, 0});
        Ran.here("ndis", "run", binary.toString()).failed(2, binary + ":1:2: this is not UTF-8");
    }

    @Test
    void filesThatCannotBeRead() throws IOException {
        Ran.here("ndis", "run", "no-such-scenario").failed(2, "no-such-scenario can't be read: there is no such file");
        Ran.here("ndis", "run", folder.toString()).failed(2, folder + " can't be read");
        Ran.here("ndis", "run", "a\0b").failed(2, "no file can have this name");
        Ran.here("ndis", "run", "/dev/zero").failed(2, "/dev/zero:1:1: the file is too long");
    }

    @Test
    void aMalformedFileIsAnErrorInJsonToo() throws IOException {
        Ran ran = Ran.here("ndis", "run", "--json", file("x"));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().get("kind").textValue()).isEqualTo("error");
        assertThat(ran.json().get("exit").intValue()).isEqualTo(2);
    }

    @Test
    void theListNamesEveryShippedScenario() {
        List<String> list = Ran.here("ndis", "run", "--list").out();

        assertThat(list).hasSize(ShippedScenarios.names().size() + 1);
        assertThat(list).anyMatch(line -> line.startsWith("never-completed ") && line.contains("R46"));
    }

    @Test
    void aShownScenarioCanBeRun() throws IOException {
        List<String> text = Ran.here("ndis", "run", "--show", "restore").out();

        assertThat(text.get(0)).startsWith("# A card forgets its packet filter");
        assertThat(Ran.here("ndis", "run", file(String.join("\n", text))).exit())
                .isZero();
    }

    private static JsonNode last(Ran ran) {
        return Schema.check(ran.out().get(ran.out().size() - 1));
    }

    private String file(String text) throws IOException {
        Path file = folder.resolve("a.scenario");
        Files.writeString(file, text, UTF_8);
        return file.toString();
    }
}
