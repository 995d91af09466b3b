// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON objects of kind {@code ndis}, one a line. Keys that every object has come first; the others are there
 * when there is something to say.
 */
public final class EventJson {
    private EventJson() {}

    /** One event's line, without its end. */
    public static String line(Event event) {
        JsonText json = new JsonText()
                .put("schema", "netreset/1")
                .put("kind", "ndis")
                .put("seq", event.seq())
                .put("atNanos", event.atNanos())
                .put("irql", Irql.name(event.irql()))
                .put("irqlValue", event.irql())
                .put("agent", event.agent())
                .put("what", event.what().word());
        putOrNull(json, "adapter", event.adapter());
        json.put("from", event.from());
        putOrNull(json, "to", event.to());
        json.put("simulated", !event.real());
        putDetails(json, event);
        return json.end();
    }

    private static void putDetails(JsonText json, Event event) {
        put(json, "binding", binding(event));
        NdisStatus status = event.status();
        if (status != null) {
            json.open("status")
                    .put("value", Integer.toUnsignedLong(status.value()))
                    .put("name", status.toString())
                    .close();
        }
        if (event.oid() != 0) {
            json.put("oid", String.format("0x%08x", event.oid())).put("oidValue", Integer.toUnsignedLong(event.oid()));
        }
        put(json, "nbl", event.nbl());
        put(json, "vc", event.vc());
        if (event.rule() != 0) {
            json.put("rule", "R" + event.rule());
        }
        put(json, "text", event.text());
    }

    /** A binding is a protocol at an adapter, with a slash between them. */
    private static @Nullable String binding(Event event) {
        String to = event.to();
        return to != null && isBinding(to) ? to : isBinding(event.from()) ? event.from() : null;
    }

    private static boolean isBinding(String participant) {
        return participant.indexOf('/') > 0 && Role.of(participant).compareTo(Role.FILTER) < 0;
    }

    private static void put(JsonText json, String key, @Nullable String value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static void putOrNull(JsonText json, String key, @Nullable String value) {
        if (value == null) {
            json.putNull(key);
        } else {
            json.put(key, value);
        }
    }
}
