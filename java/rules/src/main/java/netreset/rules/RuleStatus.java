// SPDX-License-Identifier: Apache-2.0
package netreset.rules;

import java.util.List;
import java.util.Locale;
import netreset.rules.RuleResult.Outcome;

/** What the tests of one rule showed. */
record RuleStatus(RuleCatalogue.Entry rule, List<RuleResult> results) {
    enum State {
        KEPT,
        MISSING,
        BROKEN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Kept is a rule with a test that passed and none that failed; tests that were skipped only leave it missing. */
    State state() {
        if (results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED)) {
            return State.BROKEN;
        }
        return results.stream().anyMatch(result -> result.outcome() == Outcome.PASSED) ? State.KEPT : State.MISSING;
    }
}
