// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a number means, or might mean.
 *
 * @param kind what it is
 * @param number in hexadecimal; a bug check with those of its parameters that name a cause, as {@code 0x7C/0x0F}
 * @param value the number, unsigned; of a bug check with parameters the last of them
 * @param name its symbol; {@code null} if it has none, or none is known
 * @param text what it says; {@code null} if its name has to do, or nothing is known
 * @param details its fields, and what else there is to know
 * @param isKnown false if only its fields could be told
 */
public record Meaning(
        Kind kind,
        String number,
        long value,
        @Nullable String name,
        @Nullable String text,
        List<Detail> details,
        boolean isKnown) {

    public Meaning {
        details = List.copyOf(details);
    }
}
