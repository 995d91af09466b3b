// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

/**
 * A word, a quoted text or a mark of punctuation.
 *
 * @param kind which of these
 * @param text the word; of a quoted text what is between the quotes
 * @param at where it begins
 */
record Token(Kind kind, String text, Place at) {
    enum Kind {
        WORD,
        QUOTED,
        MARK
    }

    boolean is(String word) {
        return kind != Kind.QUOTED && text.equals(word);
    }

    /** For messages. */
    String shown() {
        return "'" + Quoting.brief(text) + "'";
    }
}
