// SPDX-License-Identifier: Apache-2.0
package netreset.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import netreset.rules.RuleResult.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes at the end of a test run how each test with a {@link Rule} ended, to a new file of {@link RuleResult} lines in
 * the directory that {@code -Dnetreset.rules.dir} names. A JVM that dies before leaves no file, so its rules are missing.
 */
public final class RuleListener implements TestExecutionListener {
    static final String SUFFIX = ".tsv";

    private final Path directory;
    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();

    private record Finished(TestIdentifier what, Outcome outcome) {}

    /** What the service loader calls. */
    public RuleListener() {
        this(Path.of(System.getProperty("netreset.rules.dir", "target/rules")));
    }

    RuleListener(Path directory) {
        this.directory = directory;
    }

    @Override
    public void executionSkipped(TestIdentifier what, String reason) {
        finished.add(new Finished(what, Outcome.SKIPPED));
    }

    @Override
    public void executionFinished(TestIdentifier what, TestExecutionResult result) {
        Outcome outcome = switch (result.getStatus()) {
            case SUCCESSFUL -> Outcome.PASSED;
            case FAILED -> Outcome.FAILED;
            case ABORTED -> Outcome.SKIPPED;
        };
        finished.add(new Finished(what, outcome));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        List<String> lines = finished.stream()
                .flatMap(one -> results(plan, one))
                .map(RuleResult::toLine)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        // Not a random one: one lane has a JVM that ends whoever asks for a random number.
        String unique = ProcessHandle.current().pid() + "-" + System.currentTimeMillis() + "-" + System.nanoTime();
        String name = "java" + Runtime.version().feature() + "-" + unique + SUFFIX;
        try {
            Files.write(Files.createDirectories(directory).resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<RuleResult> results(TestPlan plan, Finished one) {
        if (one.what().isTest()) {
            return results(plan, one.what(), one.outcome());
        }
        // A class that is disabled, or fails outside its tests, takes all of them with it; JUnit doesn't report those.
        return one.outcome() == Outcome.PASSED
                ? Stream.empty()
                : Stream.concat(Stream.of(one.what()), plan.getDescendants(one.what()).stream())
                        .flatMap(what -> results(plan, what, one.outcome()));
    }

    private static Stream<RuleResult> results(TestPlan plan, TestIdentifier what, Outcome outcome) {
        return method(plan, what).stream()
                .flatMap(method -> rules(method).stream()
                        .map(rule -> new RuleResult(
                                rule,
                                outcome,
                                method.getClassName() + "#" + what.getLegacyReportingName(),
                                System.getProperty("java.version"),
                                System.getProperty("netreset.bridge"))));
    }

    /** The test's method: a dynamic test may have a source of another kind, but then its factory is above it. */
    private static Optional<MethodSource> method(TestPlan plan, TestIdentifier what) {
        return what.getSource().orElse(null) instanceof MethodSource method
                ? Optional.of(method)
                : plan.getParent(what).flatMap(parent -> method(plan, parent));
    }

    private static Set<String> rules(MethodSource method) {
        Set<String> rules = new TreeSet<>();
        addRules(method.getJavaMethod(), rules);
        addInherited(method.getJavaClass(), rules);
        return rules;
    }

    private static void addInherited(@Nullable Class<?> type, Set<String> rules) {
        if (type == null) {
            return;
        }
        addRules(type, rules);
        addInherited(type.getSuperclass(), rules);
        addInherited(type.getEnclosingClass(), rules);
        for (Class<?> parent : type.getInterfaces()) {
            addInherited(parent, rules);
        }
    }

    private static void addRules(AnnotatedElement element, Set<String> rules) {
        Rule rule = element.getAnnotation(Rule.class);
        if (rule != null) {
            rules.addAll(List.of(rule.value()));
        }
    }
}
