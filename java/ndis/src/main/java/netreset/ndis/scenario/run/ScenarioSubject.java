// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.List;
import java.util.stream.Stream;
import netreset.ndis.Digest;
import netreset.ndis.explore.Subject;
import netreset.ndis.library.BugCheck;
import netreset.ndis.rules.Severity;
import netreset.ndis.rules.Violation;
import netreset.ndis.scenario.Expectation;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.sim.Chooser;
import netreset.ndis.sim.Fifo;
import netreset.ndis.sim.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * A scenario for the explorer. A run of it fails if it breaks a rule or stops Windows without that being expected, if work
 * or a reset is left that isn't left when nobody interferes, or if something isn't at the end as expected. What is expected
 * of the order of events is of one order, and not asked here.
 */
public final class ScenarioSubject implements Subject {
    /** That a reset which is pending is completed. */
    private static final int COMPLETES = 46;

    private final Scenario scenario;
    private final List<String> usuallyLeft;

    public ScenarioSubject(Scenario scenario) {
        this.scenario = scenario;
        ScenarioRun usual = ScenarioRun.prepare(scenario, Fifo.FIFO, 0, null);
        usual.toItsEnd();
        usuallyLeft = usual.library().unfinished();
    }

    @Override
    public Subject.Run begin(Chooser chooser) {
        return new Exploring(ScenarioRun.prepare(scenario, chooser, 0, null));
    }

    private <E extends Expectation> Stream<E> expected(Class<E> kind) {
        return scenario.expectations().stream().filter(kind::isInstance).map(kind::cast);
    }

    private boolean isExpected(Violation violation) {
        return expected(Expectation.Violation.class)
                        .anyMatch(expected -> expected.rule() == violation.rule()
                                && (expected.adapter() == null
                                        || expected.adapter().equals(violation.adapter())))
                || (violation.severity() == Severity.FATAL
                        && expected(Expectation.BugCheck.class).findAny().isPresent());
    }

    private final class Exploring implements Subject.Run {
        private final ScenarioRun run;
        private int looked;
        private @Nullable String failure;

        Exploring(ScenarioRun run) {
            this.run = run;
        }

        @Override
        public Simulation simulation() {
            return run.simulation();
        }

        @Override
        public void go() {
            run.toItsEnd();
        }

        @Override
        public @Nullable String failure() {
            for (; failure == null && looked < run.library().violationCount(); looked++) {
                Violation violation = run.library().violations().get(looked);
                failure = isExpected(violation) ? null : violation.toString();
            }
            return failure;
        }

        @Override
        public @Nullable String failureAtEnd() {
            BugCheck stop = run.library().bugCheck();
            if (stop != null) {
                return expected(Expectation.BugCheck.class).findAny().isPresent() ? null : "bug check " + stop;
            }
            boolean mayHang = expected(Expectation.Violation.class).anyMatch(expected -> expected.rule() == COMPLETES);
            List<String> left = run.library().unfinished();
            if (!mayHang && !usuallyLeft.containsAll(left)) {
                return "left for ever: " + String.join("; ", left);
            }
            return run.judgeEnd().stream().findFirst().map(Failure::message).orElse(null);
        }

        @Override
        public void digest(Digest digest) {
            run.digest(digest);
        }
    }
}
