// SPDX-License-Identifier: Apache-2.0
package netreset.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCatalogueTest {
    @ParameterizedTest
    @CsvSource({"linux, L, 77", "mprapi, P, 63"})
    void numbersEveryRuleOnceAndInOrder(String name, String letter, int count) throws IOException {
        RuleCatalogue catalogue = RuleCatalogue.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(catalogue.rules())
                .extracting(RuleCatalogue.Entry::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, count)
                        .mapToObj(number -> letter + number)
                        .toList());
    }

    @Test
    void noTwoCataloguesShareANumber() throws IOException {
        assertThat(rules()).extracting(RuleCatalogue.Entry::number).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysEachRuleInOneSentence(RuleCatalogue.Entry rule) {
        assertThat(rule.sentence()).hasSizeBetween(20, 200).endsWith(".").doesNotContainPattern("[.!?] +[A-Z]");
        assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
        assertThat(rule.source()).isNotBlank().doesNotEndWith(".");
    }

    static List<RuleCatalogue.Entry> rules() throws IOException {
        return RuleCatalogue.all().stream()
                .flatMap(catalogue -> catalogue.rules().stream())
                .toList();
    }

    @Test
    void findsAnotherCatalogueInAJar(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("other.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("netreset/rules/"));
            zip.putNextEntry(new ZipEntry("netreset/rules/other.txt"));
            zip.write("# why\n\nP1 Title\n  It holds.\n  own\n".getBytes(StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            assertThat(RuleCatalogue.all(loader))
                    .extracting(RuleCatalogue::name)
                    .contains("linux", "other");
        }
    }

    @Test
    void theFirstOfTwoCataloguesWithOneNameCounts(@TempDir Path folder) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("netreset/rules"));
        Files.writeString(rules.resolve("linux.txt"), "L1 Another\n  It holds.\n  own\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            assertThat(RuleCatalogue.all(loader)).isEqualTo(RuleCatalogue.all());
        }
    }

    @Test
    void refusesANumberThatOccursTwice() {
        assertThatThrownBy(() -> RuleCatalogue.parse("x", "X1 A\n  B.\n  c\n\nX1 D\n  E.\n  f\n"))
                .hasMessage("x: X1 occurs twice");
    }

    @Test
    void refusesABlockThatIsNoRule() {
        assertThatThrownBy(() -> RuleCatalogue.parse("x", "X1 A\n  B.\n"))
                .hasMessage("x: not a heading, a sentence and a source, each on a line of its own: X1 A");
        assertThatThrownBy(() -> RuleCatalogue.parse("x", "One A\n  B.\n  c\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RuleCatalogue.parse("x", "X1 A\n  B.\n  c\n  d\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesFurtherLinesToOthers() {
        assertThat(RuleCatalogue.parse("x", "X1 A\n  B.\n  own: c\n  owner: d\n  mark: e: f\n")
                        .rules())
                .containsExactly(new RuleCatalogue.Entry("X1", "A", "B.", "own: c"));
    }
}
