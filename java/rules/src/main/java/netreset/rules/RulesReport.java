// SPDX-License-Identifier: Apache-2.0
package netreset.rules;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netreset.rules.RuleResult.Outcome;
import netreset.rules.RuleStatus.State;

/**
 * Says which rules of the catalogues are kept, from what {@link RuleListener} left behind.
 *
 * <p>{@code RulesReport rules.json DIRECTORY…} searches the directories recursively. Exit 0: no rule is broken; 1: one
 * is, a test names a rule that doesn't exist, or a file can't be read; 2: wrong arguments.
 */
public final class RulesReport {
    private final List<RuleCatalogue> catalogues;
    private final PrintStream out;

    RulesReport(List<RuleCatalogue> catalogues, PrintStream out) {
        this.catalogues = catalogues;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        // UTF-8 whatever the locale: the ranges are written with a dash.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new RulesReport(RuleCatalogue.all(), out).run(args));
    }

    int run(String... args) {
        if (args.length < 2) {
            out.println("usage: RulesReport rules.json DIRECTORY...");
            return 2;
        }
        Path json = Path.of(args[0]).toAbsolutePath().normalize();
        try {
            // Whatever goes wrong below, no report of an earlier run stays behind.
            Files.deleteIfExists(json);
            return report(json, read(Stream.of(args).skip(1).map(Path::of).toList()));
        } catch (IOException | IllegalArgumentException e) {
            out.println("rules: " + e.getMessage());
            return 1;
        }
    }

    private int report(Path json, Map<String, List<RuleResult>> resultsByRule) throws IOException {
        Map<String, List<RuleStatus>> statuses = new LinkedHashMap<>();
        for (RuleCatalogue catalogue : catalogues) {
            statuses.put(
                    catalogue.name(),
                    catalogue.rules().stream()
                            .map(rule -> new RuleStatus(rule, take(resultsByRule, rule)))
                            .toList());
        }
        Files.createDirectories(json.resolveSibling(""));
        Files.writeString(json, RulesJson.of(statuses));
        statuses.forEach(this::print);
        // What no catalogue took names a rule that doesn't exist.
        List<RuleResult> unknown =
                resultsByRule.values().stream().flatMap(List::stream).toList();
        unknown.stream()
                .map(result -> "unknown rule: " + result.test() + " names " + result.rule())
                .distinct()
                .forEach(out::println);
        boolean broken =
                statuses.values().stream().flatMap(List::stream).anyMatch(status -> status.state() == State.BROKEN);
        return broken || !unknown.isEmpty() ? 1 : 0;
    }

    private static List<RuleResult> take(Map<String, List<RuleResult>> resultsByRule, RuleCatalogue.Entry rule) {
        List<RuleResult> results = resultsByRule.remove(rule.number());
        return results == null ? List.of() : results;
    }

    private void print(String catalogue, List<RuleStatus> statuses) {
        long kept =
                statuses.stream().filter(status -> status.state() == State.KEPT).count();
        out.println("rules kept: " + catalogue + " " + kept + " of " + statuses.size());
        String missing = ranges(statuses);
        if (!missing.isEmpty()) {
            out.println("missing: " + missing);
        }
        for (RuleStatus status : statuses) {
            if (status.state() == State.BROKEN) {
                out.println("broken: " + status.rule().number() + " (" + failedTests(status) + ")");
            }
        }
    }

    private static String failedTests(RuleStatus status) {
        return status.results().stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .map(RuleResult::test)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The missing numbers; neighbours as {@code L3–L7}. */
    private static String ranges(List<RuleStatus> statuses) {
        List<String> ranges = new ArrayList<>();
        for (int first = 0; first < statuses.size(); first++) {
            int end = first;
            while (end < statuses.size() && statuses.get(end).state() == State.MISSING) {
                end++;
            }
            if (end > first) {
                String range = statuses.get(first).rule().number();
                ranges.add(
                        end - first == 1
                                ? range
                                : range + "–" + statuses.get(end - 1).rule().number());
                first = end;
            }
        }
        return String.join(" ", ranges);
    }

    private Map<String, List<RuleResult>> read(List<Path> directories) throws IOException {
        Map<String, List<RuleResult>> results = new LinkedHashMap<>();
        for (Path directory : directories) {
            List<Path> files = files(directory);
            if (files.isEmpty()) {
                out.println("rules: no results in " + directory);
            }
            for (Path file : files) {
                for (RuleResult result : read(file)) {
                    results.computeIfAbsent(result.rule(), rule -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        return results;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(RuleListener.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static List<RuleResult> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<RuleResult> results = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                results.add(RuleResult.parse(lines.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return results;
    }
}
