// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import org.jspecify.annotations.Nullable;

/**
 * What the probes have shown so far.
 *
 * @param text what is asked of whom; {@code null} if nobody asked for a probe
 * @param answeredBefore whether any was answered before anything was done
 * @param answered whether one sent since was answered, and those after it aren't lost
 * @param unanswered how many were sent since the last that was answered
 * @param outageNanos from the last answer before the first outage to the first after the last; {@code null} if no outage
 *     was seen, or it hasn't ended
 * @param resolutionNanos how much shorter it may have been; {@code null} with it
 * @param fault why the last probe couldn't be sent; {@code null} if it could
 */
public record Traffic(
        @Nullable String text,
        boolean answeredBefore,
        boolean answered,
        int unanswered,
        @Nullable Long outageNanos,
        @Nullable Long resolutionNanos,
        @Nullable String fault) {
    /** Nobody asked. */
    public static final Traffic UNPROBED = new Traffic(null, false, false, 0, null, null, null);

    public boolean isProbed() {
        return text != null;
    }

    /** It passed before, and doesn't now. */
    public boolean isDead() {
        return isProbed() && answeredBefore && !answered;
    }
}
