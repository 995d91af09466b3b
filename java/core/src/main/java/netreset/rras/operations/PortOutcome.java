// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

/** What became of one port. */
public enum PortOutcome {
    /** Nothing was done: this is what would be done. */
    PLANNED,
    /** Accepted, and seen to have had its effect. */
    CONFIRMED,
    /** Accepted; no effect was seen in time. */
    NO_EFFECT_OBSERVED,
    /** Accepted; whether it had an effect couldn't be seen. */
    EFFECT_UNKNOWN,
    /** Accepted; nobody asked to look for an effect. That is no proof that anything happened. */
    ACCEPTED,
    /** The call hasn't come back, or its answer was lost: it may have been carried out. It wasn't repeated. */
    OUTCOME_UNKNOWN,
    /** The call failed, or couldn't be made. */
    FAILED,
    /** No call was made: the port isn't what was selected any more. */
    CHANGED,
    /** No call was made: the port is in use, and ports in use weren't asked for. */
    IN_USE,
    /** No call was made: there is nothing to hang up. */
    NOTHING_TO_DO,
    /** No call was made: the run's limit was reached before. */
    BEYOND_LIMIT,
    /** No call was made: the run stopped before. */
    NOT_ATTEMPTED
}
