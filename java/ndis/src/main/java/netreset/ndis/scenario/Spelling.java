// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses what a mistyped word was meant to be. */
final class Spelling {
    private static final int LONGEST = 60;

    private Spelling() {}

    /** "; did you mean 'x'?", or nothing if no candidate is near. */
    static String hint(String word, Collection<String> candidates) {
        String near = nearest(word, candidates);
        return near == null ? "" : "; did you mean '" + near + "'?";
    }

    static @Nullable String nearest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return null;
        }
        String best = null;
        int least = 1 + Math.max(1, word.length() / 3);
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) < least && !candidate.equals(word)) {
                int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** How many letters must be put in, left out, replaced, or swapped with their neighbours. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
