// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.List;
import java.util.regex.Pattern;

/** A pattern for a whole text, whatever its case: {@code *} for any characters, {@code ?} for one. */
record Glob(Pattern pattern) {
    static Glob of(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.codePoints().forEach(c -> regex.append(regex(c)));
        return new Glob(
                Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
    }

    static List<Glob> of(List<String> globs) {
        return globs.stream().map(Glob::of).toList();
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    private static String regex(int codePoint) {
        return switch (codePoint) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(codePoint));
        };
    }
}
