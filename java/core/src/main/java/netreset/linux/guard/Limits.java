// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import java.time.Duration;

/**
 * How often a device may be reset: who resets in a loop does more harm than the fault.
 *
 * @param coolDown from the begin of one operation to that of the next, 0 to 1 h
 * @param perHour operations begun within an hour, at least 1
 */
public record Limits(Duration coolDown, int perHour) {
    /** The window of {@link #perHour}. */
    public static final Duration HOUR = Duration.ofHours(1);

    /** Thirty seconds: hns3 puts off a reset that comes within ten of the last (HCLGE_RESET_INTERVAL). */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), 6);

    /** Checks the ranges. */
    public Limits {
        if (coolDown.isNegative() || coolDown.compareTo(HOUR) > 0) {
            throw new IllegalArgumentException("a cool-down is 0 to 1 h, not " + coolDown);
        }
        if (perHour < 1) {
            throw new IllegalArgumentException("an hourly budget is at least 1, not " + perHour);
        }
    }
}
