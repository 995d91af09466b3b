// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.math.BigDecimal;

/** Times as scenario files have them. */
final class Time {
    private static final long[] SIZES = {1_000_000_000, 1_000_000, 1_000};
    private static final String[] UNITS = {"s", "ms", "us"};

    private Time() {}

    /** {@code 5ms}, {@code 1.5s}: in the largest unit that leaves something before the point. */
    static String of(long nanos) {
        for (int i = 0; i < SIZES.length; i++) {
            if (nanos >= SIZES[i]) {
                return BigDecimal.valueOf(nanos, 9 - 3 * i).stripTrailingZeros().toPlainString() + UNITS[i];
            }
        }
        return nanos + "ns";
    }
}
