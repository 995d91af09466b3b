// SPDX-License-Identifier: Apache-2.0
package netreset.audit;

import java.util.List;
import netreset.Printable;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object, on one line whatever its strings hold. */
public final class JsonObject {
    private final StringBuilder json = new StringBuilder("{");

    /** A string, or null. */
    public JsonObject put(String key, @Nullable String value) {
        key(key);
        if (value == null) {
            json.append("null");
        } else {
            string(value);
        }
        return this;
    }

    /** A number, or null. */
    public JsonObject put(String key, @Nullable Long value) {
        key(key).append(value);
        return this;
    }

    /** An object, or null. */
    public JsonObject object(String key, @Nullable JsonObject value) {
        key(key).append(value == null ? "null" : value.end());
        return this;
    }

    /** Strings. */
    public JsonObject put(String key, List<String> values) {
        key(key).append('[');
        for (int i = 0; i < values.size(); i++) {
            json.append(i == 0 ? "" : ",");
            string(values.get(i));
        }
        json.append(']');
        return this;
    }

    /** The whole of it. */
    public String end() {
        return json + "}";
    }

    private StringBuilder key(String key) {
        return json.append(json.length() == 1 ? "\"" : ",\"").append(key).append("\":");
    }

    /** By UTF-16 units, as JSON escapes them: half a surrogate pair stays what it was. */
    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (Printable.isPlain(c)) {
                json.append(c);
            } else {
                json.append(String.format("\\u%04x", (int) c));
            }
        }
        json.append('"');
    }
}
