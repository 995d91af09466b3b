// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.math.BigDecimal;
import java.util.List;

/** Numbers and times as files have them; -1 for what is none. */
final class Quantity {
    static final List<String> UNITS = List.of("ns", "us", "ms", "s");

    private static final long MOST_NANOS = 1_000_000L * 1_000_000_000L;
    private static final int LONGEST = 20;

    private Quantity() {}

    /** A number in decimal, or in hexadecimal with 0x. */
    static long number(String text) {
        if (text.matches("0x[0-9A-Fa-f]{1,8}")) {
            return Long.parseLong(text.substring(2), 16);
        }
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    static boolean isDecimal(String text) {
        return text.length() <= LONGEST && text.matches("[0-9]+(\\.[0-9]+)?");
    }

    /** A time with its unit. 0 may go without one. */
    static long nanos(String text) {
        if (text.equals("0")) {
            return 0;
        }
        for (String unit : UNITS) {
            if (text.endsWith(unit) && isDecimal(text.substring(0, text.length() - unit.length()))) {
                BigDecimal number = new BigDecimal(text.substring(0, text.length() - unit.length()));
                BigDecimal nanos = number.movePointRight(digits(unit));
                return whole(nanos) ? nanos.longValueExact() : -1;
            }
        }
        return -1;
    }

    private static boolean whole(BigDecimal nanos) {
        return nanos.stripTrailingZeros().scale() <= 0 && nanos.compareTo(BigDecimal.valueOf(MOST_NANOS)) <= 0;
    }

    private static int digits(String unit) {
        return switch (unit) {
            case "ns" -> 0;
            case "us" -> 3;
            case "ms" -> 6;
            default -> 9;
        };
    }
}
