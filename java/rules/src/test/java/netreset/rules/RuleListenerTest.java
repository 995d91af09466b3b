// SPDX-License-Identifier: Apache-2.0
package netreset.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the sample classes below through JUnit and reads what the listener wrote. */
class RuleListenerTest {
    @TempDir
    Path directory;

    @Test
    void writesTheFourOutcomes() throws IOException {
        assertThat(run(Outcomes.class))
                .containsExactlyInAnyOrder(
                        "L1 passed Outcomes#passes()",
                        "L2 failed Outcomes#fails()",
                        "L3 skipped Outcomes#isDisabled()",
                        "L4 skipped Outcomes#isAborted()");
    }

    static class Outcomes {
        @Test
        @Rule("L1")
        void passes() {}

        @Test
        @Rule("L2")
        void fails() {
            fail("broken");
        }

        @Test
        @Rule("L3")
        @Disabled("to see it skipped")
        void isDisabled() {}

        @Test
        @Rule("L4")
        void isAborted() {
            assumeTrue(false);
        }

        @Test
        void keepsNoRule() {}
    }

    @Test
    void findsTheRulesOfInheritedTestsAndOfTheirClasses() throws IOException {
        assertThat(run(Inheriting.class))
                .containsExactlyInAnyOrder(
                        "L1 passed Inheriting#holds()",
                        "L2 passed Inheriting#holds()",
                        "L3 passed Inheriting#holds()",
                        "L4 passed Inheriting#holds()",
                        "L5 passed Inheriting#holds()",
                        "L3 passed Inheriting$Inner#nests()",
                        "L2 passed Inheriting$Inner#nests()",
                        "L4 passed Inheriting$Inner#nests()");
    }

    @Rule("L4")
    interface Promise {}

    @Rule("L2")
    abstract static class Contract implements Promise {
        @Test
        @Rule({"L1", "L5"})
        void holds() {}
    }

    @Rule("L3")
    static class Inheriting extends Contract {
        @Nested
        class Inner {
            @Test
            void nests() {}
        }
    }

    @Test
    void writesEveryInvocation() throws IOException {
        assertThat(run(Repeating.class))
                .containsExactlyInAnyOrder(
                        "L1 passed Repeating#isPositive(int)[1]",
                        "L1 failed Repeating#isPositive(int)[2]",
                        "L2 passed Repeating#makesTests()[1]",
                        "L2 passed Repeating#makesTests()[2][1]");
    }

    static class Repeating {
        @ParameterizedTest
        @ValueSource(ints = {1, -1})
        @Rule("L1")
        void isPositive(int number) {
            assertThat(number).isPositive();
        }

        @TestFactory
        @Rule("L2")
        Stream<DynamicNode> makesTests() {
            URI elsewhere = URI.create("file:/elsewhere");
            return Stream.of(
                    dynamicTest("a", elsewhere, () -> {}),
                    dynamicContainer("b", elsewhere, Stream.of(dynamicTest("c", () -> {}))));
        }
    }

    @Test
    void aClassTakesItsTestsWithIt() throws IOException {
        assertThat(run(DisabledClass.class, FailingClass.class, FailingAfterwards.class, AbortedClass.class))
                .containsExactlyInAnyOrder(
                        "L1 skipped DisabledClass#holds()",
                        "L5 skipped DisabledClass#holds()",
                        "L2 skipped DisabledClass#holds()",
                        "L4 skipped DisabledClass#holds()",
                        "L3 failed FailingClass#wouldHold()",
                        "L3 passed FailingAfterwards#holds()",
                        "L3 failed FailingAfterwards#holds()",
                        "L3 skipped AbortedClass#wouldHold()");
    }

    @Disabled("to see its tests skipped")
    static class DisabledClass extends Contract {}

    static class FailingClass {
        @BeforeAll
        static void prepare() {
            fail("broken");
        }

        @Test
        @Rule("L3")
        void wouldHold() {}
    }

    static class FailingAfterwards {
        @AfterAll
        static void cleanUp() {
            fail("broken");
        }

        @Test
        @Rule("L3")
        void holds() {}
    }

    static class AbortedClass {
        @BeforeAll
        static void prepare() {
            assumeTrue(false);
        }

        @Test
        @Rule("L3")
        void wouldHold() {}
    }

    @Test
    void writesAFileForEachRunAndNoneWithoutRules() throws IOException {
        execute(Outcomes.class);
        execute(Outcomes.class);
        execute(Unruly.class);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    static class Unruly {
        @Test
        void passes() {}
    }

    @Test
    void writesJavaAndBridge() throws IOException {
        String before = System.getProperty("netreset.bridge");
        System.setProperty("netreset.bridge", "ffm");
        try {
            execute(Contracted.class);
        } finally {
            if (before == null) {
                System.clearProperty("netreset.bridge");
            } else {
                System.setProperty("netreset.bridge", before);
            }
        }
        assertThat(lines())
                .containsExactly("L1\tpassed\t" + Contracted.class.getName() + "#holds()\t"
                        + System.getProperty("java.version") + "\tffm");
    }

    static class Contracted {
        @Test
        @Rule("L1")
        void holds() {}
    }

    @Test
    void isFoundByJUnit() {
        assertThat(ServiceLoader.load(TestExecutionListener.class)).hasAtLeastOneElementOfType(RuleListener.class);
    }

    /** Rule, outcome and test of each line, without this class's name. */
    private List<String> run(Class<?>... samples) throws IOException {
        execute(samples);
        return lines().stream()
                .map(RuleResult::parse)
                .map(result -> result.rule() + " " + result.outcome() + " "
                        + result.test().replace(RuleListenerTest.class.getName() + "$", ""))
                .toList();
    }

    private List<String> lines() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }

    private void execute(Class<?>... samples) {
        // Without the registered listeners: the samples' outcomes must not enter this run's own report.
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Stream.of(samples)
                                        .map(sample -> selectClass(sample))
                                        .toList())
                                .build(),
                        new RuleListener(directory));
    }
}
