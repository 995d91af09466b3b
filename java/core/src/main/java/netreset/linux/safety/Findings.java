// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import netreset.Refusal;

/** Dangers as they are found; several reasons for one are one refusal. */
final class Findings {
    private final Map<Danger, List<String>> reasons = new EnumMap<>(Danger.class);
    private final List<String> notes = new ArrayList<>();

    void add(Danger danger, String reason) {
        List<String> known = reasons.computeIfAbsent(danger, key -> new ArrayList<>());
        if (!known.contains(reason)) {
            known.add(reason);
        }
    }

    void note(String note) {
        notes.add(note);
    }

    Assessment against(Act act) {
        List<Refusal> refusals = new ArrayList<>();
        reasons.forEach((danger, texts) -> {
            if (danger.speaksAgainst(act)) {
                refusals.add(new Refusal(danger.code(), String.join("; ", texts)));
            }
        });
        return new Assessment(refusals, notes);
    }
}
