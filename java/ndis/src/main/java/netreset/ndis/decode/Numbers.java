// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers of 32 bits as people write them. */
final class Numbers {
    private static final int HEX = 16;
    private static final Pattern PREFIXED = Pattern.compile("0[xX]([0-9a-fA-F]+)");
    private static final Pattern BARE = Pattern.compile("(?=.*[a-fA-F])[0-9a-fA-F]{8}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+");
    /** Bug checks' parameters have 64 bits; a status among them has the upper half full of its sign. */
    private static final Pattern SIGN_EXTENDED = Pattern.compile("[fF]{8}[89a-fA-F][0-9a-fA-F]{7}");

    private Numbers() {}

    /** Whether it is meant for a number, or several after slashes. */
    static boolean isNumber(String text) {
        return Stream.of(text.split("/", -1))
                .allMatch(part -> PREFIXED.matcher(part).matches()
                        || BARE.matcher(part).matches()
                        || DECIMAL.matcher(part).matches());
    }

    /** @throws IllegalArgumentException if one of them is no number, or needs more than 32 bits */
    static List<Integer> path(String text) {
        return Stream.of(text.split("/", -1)).map(Numbers::number).toList();
    }

    private static int number(String text) {
        var prefixed = PREFIXED.matcher(text);
        if (prefixed.matches()) {
            return ofHex(prefixed.group(1), text);
        } else if (BARE.matcher(text).matches()) {
            return ofHex(text, text);
        } else if (DECIMAL.matcher(text).matches()) {
            return ofDecimal(text);
        }
        throw new IllegalArgumentException("'" + text + "' is no number");
    }

    private static int ofHex(String digits, String text) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (SIGN_EXTENDED.matcher(significant).matches()) {
            significant = significant.substring(8);
        } else if (significant.length() > 8) {
            throw tooLarge(text);
        }
        return Integer.parseUnsignedInt(significant, HEX);
    }

    private static int ofDecimal(String text) {
        try {
            return text.startsWith("-") ? Integer.parseInt(text) : Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw tooLarge(text);
        }
    }

    private static IllegalArgumentException tooLarge(String text) {
        return new IllegalArgumentException("'" + text + "' needs more than 32 bits");
    }

    static String hex(int number) {
        return String.format(Locale.ROOT, "0x%08X", number);
    }

    /** As short as bug checks are written. */
    static String hex(List<Integer> path) {
        return path.stream()
                .map(number -> String.format(Locale.ROOT, "0x%02X", number))
                .collect(Collectors.joining("/"));
    }
}
