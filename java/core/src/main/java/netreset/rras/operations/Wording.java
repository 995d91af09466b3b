// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;

/** What may be said of an attempt: that a call was accepted never means that it was carried out. */
final class Wording {
    private static final double MILLIS_PER_SECOND = 1e3;

    private Wording() {}

    static PortOutcome outcome(PortAttempt attempt) {
        return switch (attempt.result().status()) {
            case REFUSED -> PortOutcome.FAILED;
            case OUTCOME_UNKNOWN -> PortOutcome.OUTCOME_UNKNOWN;
            case ACCEPTED ->
                switch (attempt.effect()) {
                    case CONFIRMED -> PortOutcome.CONFIRMED;
                    case NOT_OBSERVED -> PortOutcome.NO_EFFECT_OBSERVED;
                    case NOT_CHECKED -> PortOutcome.ACCEPTED;
                    case UNKNOWN -> PortOutcome.EFFECT_UNKNOWN;
                };
        };
    }

    static String message(Caller.Called called, Duration verification) {
        PortAttempt attempt = called.attempt();
        String what = attempt.operation().what();
        return switch (outcome(attempt)) {
            case CONFIRMED -> what + " accepted, and a change seen: " + called.text();
            case NO_EFFECT_OBSERVED ->
                what + " accepted, but no effect seen within " + seconds(verification) + ": " + called.text();
            case EFFECT_UNKNOWN -> what + " accepted, its effect isn't known: " + called.text();
            case ACCEPTED -> what + " accepted; nobody looked for an effect";
            case OUTCOME_UNKNOWN ->
                what + ": " + attempt.result().message() + "; "
                        + (attempt.effect() == Effect.CONFIRMED ? "a change was seen: " : "") + called.text();
            default -> what + " failed: " + attempt.result().message();
        };
    }

    private static String seconds(Duration duration) {
        double seconds = duration.toMillis() / MILLIS_PER_SECOND;
        return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
    }
}
