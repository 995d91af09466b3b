// SPDX-License-Identifier: Apache-2.0
package netreset.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesReportTest {
    private static final RuleCatalogue TEN = RuleCatalogue.parse(
            "ten",
            IntStream.rangeClosed(1, 10)
                    .mapToObj(n -> "T" + n + " Title\n  It \"holds\".\n  own\n")
                    .collect(Collectors.joining("\n")));

    @TempDir
    Path directory;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private Path json = Path.of("");

    @BeforeEach
    void place() {
        json = directory.resolve("sub/rules.json");
    }

    @Test
    void countsKeptRulesAndNamesTheMissing() throws IOException {
        write("a/1.tsv", "T1\tpassed\tA#a()\t25\tffm", "T5\tpassed\tA#b()\t25\t", "T10\tskipped\tA#c()\t25\t");
        write("b/c/2.tsv", "T1\tpassed\tA#a()\t17\tjna", "T3\tpassed\tA#d()\t17\t", "T8\tpassed\tA#d()\t17\t");
        assertThat(report()).isZero();
        assertThat(printed()).containsExactly("rules kept: ten 4 of 10", "missing: T2 T4 T6–T7 T9–T10");
    }

    @Test
    void leavesOutTheMissingLineWhenAllAreKept() throws IOException {
        write(
                "a.tsv",
                IntStream.rangeClosed(1, 10)
                        .mapToObj(n -> "T" + n + "\tpassed\tA#a()\t25\t")
                        .toArray(String[]::new));
        assertThat(report()).isZero();
        assertThat(printed()).containsExactly("rules kept: ten 10 of 10");
    }

    @Test
    void aFailureOutweighsEveryPass() throws IOException {
        write(
                "a.tsv",
                "T1\tpassed\tA#a()\t25\t",
                "T1\tfailed\tB#b()\t25\t",
                "T1\tpassed\tA#c()\t25\t",
                "T1\tfailed\tB#d()\t25\t");
        assertThat(report()).isEqualTo(1);
        assertThat(printed())
                .containsExactly("rules kept: ten 0 of 10", "missing: T2–T10", "broken: T1 (B#b(), B#d())");
    }

    @Test
    void aRuleThatDoesNotExistIsAnError() throws IOException {
        write("a.tsv", "T11\tskipped\tA#a()\t25\t", "T11\tskipped\tA#a()\t17\t");
        assertThat(report()).isEqualTo(1);
        assertThat(printed()).endsWith("unknown rule: A#a() names T11").hasSize(3);
    }

    @Test
    void aLineThatIsNoResultIsAnError() throws IOException {
        Path file = write("a.tsv", "T1\tpassed\tA#a()\t25\t", "T1\tpassed\tA#a()");
        Files.createDirectories(json.resolveSibling(""));
        Files.writeString(json, "an earlier report");
        assertThat(report()).isEqualTo(1);
        assertThat(printed()).containsExactly("rules: " + file + ", line 2: 3 columns instead of 5");
        assertThat(json).doesNotExist();

        write("a.tsv", "T1\tperhaps\tA#a()\t25\t");
        assertThat(report()).isEqualTo(1);
        write("a.tsv", "T1\tpassed\t\t25\t");
        assertThat(report()).isEqualTo(1);
        write("a.tsv", "");
        assertThat(report()).isEqualTo(1);
    }

    @Test
    void saysWhereThereAreNoResults() throws IOException {
        Path nowhere = directory.resolve("nowhere");
        assertThat(report(nowhere)).isZero();
        assertThat(printed())
                .containsExactly("rules: no results in " + nowhere, "rules kept: ten 0 of 10", "missing: T1–T10");
    }

    @Test
    void wantsAFileAndADirectory() {
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        assertThat(new RulesReport(List.of(TEN), out).run("rules.json")).isEqualTo(2);
    }

    @Test
    void writesAllOfItAsJson() throws IOException {
        RuleCatalogue two = RuleCatalogue.parse("two", "W1 One\n  A \"b\\c\".\n  own\n\nW2 Two\n  D.\n  own\n");
        write("a.tsv", "W2\tpassed\tA#a()\t25\tffm", "W2\tfailed\tA#a()\t17\t");
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        assertThat(new RulesReport(List.of(two), out).run(json.toString(), directory.toString()))
                .isEqualTo(1);
        assertThat(json).hasContent("""
                        {"catalogues": [
                          {"name": "two", "rules": [
                            {"number": "W1", "title": "One", "sentence": "A \\"b\\\\c\\".", "source": "own", "state": "missing", "tests": []},
                            {"number": "W2", "title": "Two", "sentence": "D.", "source": "own", "state": "broken", "tests": [
                              {"id": "A#a()", "outcome": "passed", "java": "25", "bridge": "ffm"},
                              {"id": "A#a()", "outcome": "failed", "java": "17", "bridge": null}
                            ]}
                          ]}
                        ]}
                        """);
    }

    private int report() {
        return report(directory);
    }

    private int report(Path where) {
        output.reset();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        return new RulesReport(List.of(TEN), out).run(json.toString(), where.toString());
    }

    private List<String> printed() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path write(String name, String... lines) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.write(file, List.of(lines));
    }
}
