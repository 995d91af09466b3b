// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver does when it is called.
 *
 * @param occasion what it is called for
 * @param nth the how-manieth call it is for, from 1; 0 is every one that has no handler of its own
 * @param only the only net buffer list, OID request, OID or status it is for; {@code null} is any
 * @param steps what it does, one after the other
 */
public record Handler(
        Place at, Occasion occasion, int nth, @Nullable String only, List<Step> steps) {
    public Handler {
        steps = List.copyOf(steps);
    }
}
