// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import org.jspecify.annotations.Nullable;

/**
 * A rule was broken.
 *
 * @param rule its number: 17 for R17; 0 if it has none, as where a driver throws
 * @param owner whose defect it is
 * @param severity what it means
 * @param adapter the adapter it is about; {@code null} if none
 * @param agent what ran, as events name it
 * @param step the step of the run in which it was noticed
 * @param seed the run's seed: with it and the same script the same violation comes again
 * @param message what happened, in one line
 */
public record Violation(
        int rule,
        Owner owner,
        Severity severity,
        @Nullable String adapter,
        String agent,
        long step,
        long seed,
        String message) {

    /** With the offender and the severity that the catalogue has for the rule; without a rule, an error of the miniport's. */
    public Violation(int rule, @Nullable String adapter, String agent, long step, long seed, String message) {
        this(
                rule,
                rule == 0 ? Owner.MINIPORT : Rules.get(rule).offender(),
                rule == 0 ? Severity.ERROR : Rules.get(rule).severity(),
                adapter,
                agent,
                step,
                seed,
                message);
    }

    /** Which readings of knobs would make it legal, in words; {@code null} if none. */
    public @Nullable String remedy() {
        return rule == 0 ? null : Rules.get(rule).remedy();
    }

    /** All of it in one line, with what is needed to see it again. */
    @Override
    public String toString() {
        return (rule == 0 ? "" : "R" + rule + " ")
                + severity.word()
                + " by "
                + owner.word()
                + (adapter == null ? "" : " at " + adapter)
                + ": "
                + message
                + " (agent " + agent + ", step " + step + ", seed " + seed + ")"
                + (remedy() == null ? "" : "; " + remedy());
    }
}
