// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/**
 * A handler or a thread in steps, between which others may run. Where a plain Java handler runs to its end at once, one
 * that ends with {@code return ndis.script(…)} goes on as that script, and the script's {@link #result} is the handler's.
 * {@link Steps} makes them of lambdas.
 */
public interface Script extends Digestible {
    /** Whether the next step can be done now; if not, others run until it can. Looks only, changes nothing. */
    default boolean isReady() {
        return true;
    }

    /** How long the step after the one just done is to wait, in nanoseconds of the model's clock; 0 for not at all. */
    default long delayNanos() {
        return 0;
    }

    /** Does the next step. Returns true if there are more. */
    boolean step(Ndis ndis);

    /** What the handler returns; asked for after the last step. */
    default NdisStatus result() {
        return NdisStatus.SUCCESS;
    }

    /** For a MiniportCheckForHangEx or MiniportInterrupt in steps: its answer. */
    default boolean answer() {
        return false;
    }
}
