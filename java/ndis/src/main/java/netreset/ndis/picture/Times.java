// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import netreset.ndis.trace.Event;

/**
 * How the times of one list of events are written: one unit, one number of decimals. Virtual time counts from the model's
 * start, and real time, whose zero means nothing, from the first event.
 */
final class Times {
    private enum Unit {
        SECONDS("s", 9, 6),
        MILLIS("ms", 6, 6),
        MICROS("µs", 3, 3);

        private final String symbol;
        /** A nanosecond is one of its units divided by ten to this power. */
        private final int power;

        private final int mostDecimals;

        Unit(String symbol, int power, int mostDecimals) {
            this.symbol = symbol;
            this.power = power;
            this.mostDecimals = mostDecimals;
        }
    }

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final long origin;
    private final Unit unit;
    private final int decimals;

    private Times(long origin, Unit unit, int decimals) {
        this.origin = origin;
        this.unit = unit;
        this.decimals = decimals;
    }

    static Times of(List<Event> events) {
        boolean real = events.stream().anyMatch(Event::real);
        long origin = real && !events.isEmpty() ? events.get(0).atNanos() : 0;
        long longest = 0;
        for (Event event : events) {
            longest = Math.max(longest, Math.abs(event.atNanos() - origin));
        }
        Unit unit = longest >= SECOND ? Unit.SECONDS : longest >= MILLI ? Unit.MILLIS : Unit.MICROS;
        return new Times(origin, unit, decimals(events, origin, unit));
    }

    /** As many as it takes to write every time, or as fit. */
    private static int decimals(List<Event> events, long origin, Unit unit) {
        int needed = 0;
        for (Event event : events) {
            BigDecimal exact = BigDecimal.valueOf(event.atNanos() - origin, unit.power);
            needed = Math.max(needed, exact.stripTrailingZeros().scale());
        }
        return Math.min(needed, unit.mostDecimals);
    }

    /** A time with its unit. */
    String label(long atNanos) {
        return BigDecimal.valueOf(atNanos - origin, unit.power)
                        .setScale(decimals, RoundingMode.DOWN)
                        .toPlainString()
                + " " + unit.symbol;
    }

    String ascii(long atNanos) {
        return label(atNanos).replace('µ', 'u');
    }
}
