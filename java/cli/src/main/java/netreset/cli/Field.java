// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something a thing has: said once, for JSON and CSV.
 *
 * @param key its key in JSON, and above its column in CSV
 * @param value a String, a Long, a Boolean, or {@code null} where the thing hasn't got it
 */
record Field<T>(String key, Function<T, @Nullable Object> value) {
    @Nullable
    Object of(T thing) {
        return value.apply(thing);
    }
}
