// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.List;

/**
 * How an act ended.
 *
 * @param errno why it failed, after which side effects are possible; 0 if it was accepted
 * @param effect what is known of what it did
 * @param proven whether something besides the return code says that it was done
 * @param remaining for ETHTOOL_RESET, the bits its driver left set
 * @param notes what a person should know: the kernel's words among them, verbatim
 */
public record Acted(int errno, Effect effect, boolean proven, int remaining, List<String> notes) {
    public Acted {
        notes = List.copyOf(notes);
    }

    /** What an act that was accepted did. */
    public enum Effect {
        /** What it is for, as far as it says. */
        DONE,
        /** Nothing, because there was nothing to do. */
        NOTHING_TO_DO,
        /** What always shows when it is done doesn't show. */
        UNPROVEN,
        /** The device was left without its driver, or without its interface. */
        STRANDED
    }

    /** Accepted, and that is all that is known. */
    public static Acted accepted(List<String> notes) {
        return new Acted(0, Effect.DONE, false, 0, notes);
    }

    /** Done, and shown to be done. */
    public static Acted proven(List<String> notes) {
        return new Acted(0, Effect.DONE, true, 0, notes);
    }

    /** Failed, with side effects possible. */
    public static Acted failed(int errno, List<String> notes) {
        return new Acted(errno, Effect.DONE, false, 0, notes);
    }

    /** Accepted, with this effect. */
    public static Acted of(Effect effect, List<String> notes) {
        return new Acted(0, effect, false, 0, notes);
    }

    /** Left without its driver or interface. */
    public static Acted stranded(int errno, List<String> notes) {
        return new Acted(errno, Effect.STRANDED, false, 0, notes);
    }
}
