// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import netreset.DeviceId;
import netreset.LinkState;
import netreset.NativeCode;
import netreset.Printable;
import netreset.ResetMask;
import org.jspecify.annotations.Nullable;

/**
 * One object on one line, field by field. Every line says which schema it keeps and what kind it is; the schema is in
 * {@code schema.json} beside this class.
 */
final class JsonLine {
    static final String SCHEMA = "netreset/1";

    private static final int USUAL_CHARS = 1024;

    private final PrintWriter out;
    private final StringWriter line = new StringWriter(USUAL_CHARS);
    private final JsonWriter json = new JsonWriter(line);

    private JsonLine(PrintWriter out) {
        this.out = out;
    }

    static JsonLine begin(PrintWriter out, String kind) throws IOException {
        JsonLine line = new JsonLine(out);
        line.json.beginObject();
        return line.put("schema", SCHEMA).put("kind", kind);
    }

    void end() throws IOException {
        json.endObject();
        json.flush();
        print(line.toString());
        out.write('\n');
    }

    JsonLine put(String key, @Nullable String value) throws IOException {
        json.name(key).value(value == null ? null : whole(value));
        return this;
    }

    JsonLine put(String key, long value) throws IOException {
        json.name(key).value(value);
        return this;
    }

    JsonLine put(String key, @Nullable Long value) throws IOException {
        json.name(key).value(value);
        return this;
    }

    JsonLine put(String key, @Nullable Boolean value) throws IOException {
        json.name(key).value(value);
        return this;
    }

    JsonLine put(String key, List<String> values) throws IOException {
        json.name(key).beginArray();
        for (String value : values) {
            json.value(whole(value));
        }
        json.endArray();
        return this;
    }

    /** What the thing has of these fields. */
    <T> JsonLine put(List<Field<T>> fields, T thing) throws IOException {
        for (Field<T> field : fields) {
            Object value = field.of(thing);
            if (value instanceof Long number) {
                put(field.key(), number);
            } else if (value instanceof Boolean flag) {
                put(field.key(), flag);
            } else {
                put(field.key(), (String) value);
            }
        }
        return this;
    }

    /** An id, or null. */
    JsonLine id(@Nullable DeviceId id) throws IOException {
        return put("id", id == null ? null : id.toString());
    }

    /** A mask three times: in hexadecimal, as a number, in words. */
    JsonLine mask(String key, ResetMask mask) throws IOException {
        return put(key, mask.hex()).put(key + "Value", mask.unsigned()).put(key + "Words", mask.words());
    }

    JsonLine code(@Nullable NativeCode code) throws IOException {
        if (code == null) {
            return put("code", (String) null);
        }
        return open("code")
                .put("space", code.space())
                .put("value", isSigned(code) ? code.value() : Integer.toUnsignedLong(code.value()))
                .put("symbol", code.symbol())
                .close();
    }

    private static boolean isSigned(NativeCode code) {
        return code.space().equals("errno");
    }

    JsonLine link(LinkState link) throws IOException {
        return put("adminUp", link.adminUp())
                .put("operational", Words.of(link.operational()))
                .put("carrier", link.carrier())
                .put("carrierUps", known(link.carrierUps()))
                .put("carrierDowns", known(link.carrierDowns()));
    }

    /** Begins an object under this key. */
    JsonLine open(String key) throws IOException {
        json.name(key).beginObject();
        return this;
    }

    /** Begins an object in an array. */
    JsonLine open() throws IOException {
        json.beginObject();
        return this;
    }

    JsonLine close() throws IOException {
        json.endObject();
        return this;
    }

    JsonLine openArray(String key) throws IOException {
        json.name(key).beginArray();
        return this;
    }

    JsonLine closeArray() throws IOException {
        json.endArray();
        return this;
    }

    /** What isn't plain, and so might do something to a terminal, can only be inside a string: it is escaped as there. */
    private void print(String text) {
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Printable.isPlain(c)) {
                out.write(text, plain, i - plain);
                out.write(String.format("\\u%04x", (int) c));
                plain = i + 1;
            }
        }
        out.write(text, plain, text.length() - plain);
    }

    private static @Nullable Long known(long counter) {
        return counter < 0 ? null : counter;
    }

    /** Half a surrogate pair, which is how core shows a byte that is no UTF-8, has no place in JSON: it is spelt out. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return spelt(text);
            }
        }
        return text;
    }

    private static String spelt(String text) {
        StringBuilder spelt = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SURROGATE) {
                spelt.append(String.format("\\u%04x", c));
            } else {
                spelt.appendCodePoint(c);
            }
        });
        return spelt.toString();
    }
}
