// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

/** Writes one JSON object. What isn't plain is escaped, so that a line of JSON does nothing to a terminal. */
final class JsonText {
    private final StringBuilder json = new StringBuilder("{");
    private boolean first = true;

    JsonText put(String key, String value) {
        key(key);
        string(value);
        return this;
    }

    JsonText put(String key, long value) {
        key(key);
        json.append(value);
        return this;
    }

    JsonText put(String key, boolean value) {
        key(key);
        json.append(value);
        return this;
    }

    JsonText putNull(String key) {
        key(key);
        json.append("null");
        return this;
    }

    JsonText open(String key) {
        key(key);
        json.append('{');
        first = true;
        return this;
    }

    JsonText close() {
        json.append('}');
        first = false;
        return this;
    }

    String end() {
        return json.append('}').toString();
    }

    private void key(String key) {
        if (!first) {
            json.append(',');
        }
        first = false;
        string(key);
        json.append(':');
    }

    private void string(String text) {
        json.append('"');
        text.codePoints().forEach(this::codePoint);
        json.append('"');
    }

    private void codePoint(int c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append((char) c);
        } else if (Plain.isPlain(c)) {
            json.appendCodePoint(c);
        } else if (c <= Character.MAX_VALUE && Character.isSurrogate((char) c)) {
            // Half a pair has no place in UTF-8, nor, says RFC 8259, in JSON that others are to read: it is spelt out.
            json.append(String.format("\\\\u%04x", c));
        } else {
            for (char unit : Character.toChars(c)) {
                json.append(String.format("\\u%04x", (int) unit));
            }
        }
    }
}
