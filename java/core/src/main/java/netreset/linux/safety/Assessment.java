// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.util.List;
import java.util.Set;
import netreset.Refusal;

/**
 * All that speaks against an act, overridden or not.
 *
 * @param refusals every one of them
 * @param notes what couldn't be found out
 */
public record Assessment(List<Refusal> refusals, List<String> notes) {
    /** Copies the lists. */
    public Assessment {
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /** Those whose own code isn't among {@code overrides}; nothing overrides all. */
    public List<Refusal> without(Set<String> overrides) {
        return refusals.stream()
                .filter(refusal -> !overrides.contains(refusal.code()))
                .toList();
    }
}
