// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import netreset.DeviceId;
import netreset.NicEvent;
import netreset.Printable;

/** An event of a NIC: a line for a person, or an object of kind {@code event}. Shown at once. */
final class NicEventForm {
    private static final int MILLIS = 3;
    private static final int NANOS = 9;
    private static final DateTimeFormatter SHORT =
            new DateTimeFormatterBuilder().appendInstant(MILLIS).toFormatter(Locale.ROOT);
    private static final DateTimeFormatter FULL =
            new DateTimeFormatterBuilder().appendInstant(NANOS).toFormatter(Locale.ROOT);

    private final Console console;
    private final boolean json;

    NicEventForm(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    void tell(NicEvent event) throws IOException {
        tell(event, word(event.what()));
    }

    /** What the watch itself does about a NIC. */
    void tell(DeviceId device, String word, Instant at, long atNanos, String text) throws IOException {
        // The kind is of no account: only its word and the hang it would be a sign of are shown.
        tell(new NicEvent(device, 0, NicEvent.What.NOTIFICATIONS_LOST, at, atNanos, false, text), word);
    }

    private void tell(NicEvent event, String word) throws IOException {
        if (json) {
            JsonLine.begin(console.out(), "event")
                    .id(event.device())
                    .put("atNanos", event.atNanos())
                    .put("atRfc3339", FULL.format(event.at()))
                    .put("what", word)
                    .put("text", event.text())
                    .put("index", event.index())
                    .put("approximate", Boolean.valueOf(event.approximate()))
                    .put("signOfHang", Boolean.valueOf(event.what().isSignOfHang()))
                    .end();
        } else {
            String line = SHORT.format(event.at()) + "  " + event.device() + "  " + word + ": " + event.text();
            console.out().print(Printable.line(line) + "\n");
        }
        console.flush();
    }

    /** As in JSON, such as {@code carrier-lost}. */
    static String word(NicEvent.What what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
