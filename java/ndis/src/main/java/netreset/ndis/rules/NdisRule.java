// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the contract.
 *
 * @param number 17 for R17
 * @param title in a few words
 * @param sentence what holds, in one sentence
 * @param source the page it is from, by its title; the public source it was observed in; or {@code own}
 * @param owner whose obligation it is
 * @param offender who broke it when it is broken; the owner, unless it says how NDIS answers a driver's mistake
 * @param marks how it is known; of two each is for a part of it
 * @param severity what it means that it was broken
 * @param versions of NDIS in which it holds
 * @param unless readings of knobs under which the opposite is legal
 * @param divided what sources disagree about, or leave open; {@code null} if nothing
 */
public record NdisRule(
        int number,
        String title,
        String sentence,
        String source,
        Owner owner,
        Owner offender,
        List<Mark> marks,
        Severity severity,
        Versions versions,
        List<Reading> unless,
        @Nullable String divided) {

    public NdisRule {
        marks = List.copyOf(marks);
        unless = List.copyOf(unless);
    }

    /** As tests and people name it: {@code R17}. */
    public String name() {
        return "R" + number;
    }

    /** Which readings would make the opposite legal, in words; {@code null} if none. */
    public @Nullable String remedy() {
        return unless.isEmpty()
                ? null
                : "legal with " + unless.stream().map(Reading::toString).collect(Collectors.joining(" or "));
    }
}
