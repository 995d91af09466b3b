// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/** How loud an event is shown. */
enum Tone {
    PLAIN(' ', ' ', ""),
    /** What repeats by itself, or came to nothing. */
    QUIET(' ', ' ', "\u001b[2m"),
    /** What NDIS's gate does. */
    GATE(' ', ' ', "\u001b[33m"),
    /** A send or OID request that NDIS refused. */
    REFUSED('✗', 'x', "\u001b[31m"),
    /** A send or OID request that came back undone. */
    ABORTED('↩', '<', "\u001b[33m"),
    /** What the model remarks. */
    NOTE('※', '*', ""),
    BROKEN('⚑', '!', "\u001b[1;31m");

    private final char mark;
    private final char asciiMark;
    private final String colour;

    Tone(char mark, char asciiMark, String colour) {
        this.mark = mark;
        this.asciiMark = asciiMark;
        this.colour = colour;
    }

    static Tone of(Event event) {
        return switch (event.what()) {
            case SEND_REFUSED, OID_REFUSED -> REFUSED;
            case SEND_COMPLETE, OID_COMPLETE -> isDone(event.status()) ? PLAIN : ABORTED;
            case VIOLATION, BUG_CHECK -> BROKEN;
            case NOTE, ERROR_LOG -> NOTE;
            case GATE_CLOSE, GATE_OPEN -> GATE;
            case RESET_REQUEST_DROPPED, STATUS_SWALLOWED, TIMER, CHECK_FOR_HANG -> QUIET;
            default -> PLAIN;
        };
    }

    private static boolean isDone(@Nullable NdisStatus status) {
        return status == null || status.equals(NdisStatus.SUCCESS) || status.equals(NdisStatus.PENDING);
    }

    char mark(boolean ascii) {
        return ascii ? asciiMark : mark;
    }

    /** The terminal's code for its colour; empty if it has none. */
    String colour() {
        return colour;
    }
}
