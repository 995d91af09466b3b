// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

/**
 * A knob and a reading of it.
 *
 * @param word one of the knob's readings
 */
public record Reading(Knob knob, String word) {
    /** Refuses a reading that the knob hasn't got. */
    public Reading {
        if (!knob.readings().contains(word)) {
            throw knob.unknown(word);
        }
    }

    static Reading parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException("'" + text + "' is no knob and a reading of it");
        }
        return new Reading(Knob.named(text.substring(0, blank)), text.substring(blank + 1));
    }

    /** Whether the knob is set so, for a driver of this version. */
    public boolean isSetIn(Knobs knobs, Profile version) {
        return knobs.get(knob, version).equals(word);
    }

    /** Both, as {@code coGate WIDE}. */
    @Override
    public String toString() {
        return knob.word() + " " + word;
    }
}
