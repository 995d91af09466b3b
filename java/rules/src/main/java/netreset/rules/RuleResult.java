// SPDX-License-Identifier: Apache-2.0
package netreset.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one test of one rule ended: a line of tab-separated values.
 *
 * @param test class, method and, where there are several, the invocation
 * @param java version of the JVM it ran in
 * @param bridge the bridge that JVM was told to use; {@code null} if it was told none
 */
record RuleResult(
        String rule,
        Outcome outcome,
        String test,
        String java,
        @Nullable String bridge) {
    /** A disabled or aborted test is skipped: it shows nothing. */
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Outcome parse(String word) {
            for (Outcome outcome : values()) {
                if (outcome.toString().equals(word)) {
                    return outcome;
                }
            }
            throw new IllegalArgumentException("not an outcome: " + word);
        }
    }

    String toLine() {
        return String.join("\t", rule, outcome.toString(), test, java, bridge == null ? "" : bridge);
    }

    /** @throws IllegalArgumentException if this isn't a line that {@link #toLine} makes */
    static RuleResult parse(String line) {
        String[] column = line.split("\t", -1);
        if (column.length != 5) {
            throw new IllegalArgumentException(column.length + " columns instead of 5");
        }
        for (int i = 0; i < 4; i++) {
            if (column[i].isBlank()) {
                throw new IllegalArgumentException("column " + (i + 1) + " is empty");
            }
        }
        String bridge = column[4].isEmpty() ? null : column[4];
        return new RuleResult(column[0], Outcome.parse(column[1]), column[2], column[3], bridge);
    }
}
