// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.List;

/**
 * Something that is done at a given time.
 *
 * @param nanos when, of virtual time
 * @param runs what does it
 * @param deeds what is done, one after the other
 */
public record Action(Place at, long nanos, Runs runs, List<Deed> deeds) {
    public Action {
        deeds = List.copyOf(deeds);
    }

    /**
     * What somebody does.
     *
     * @param subject the name of a miniport or protocol, or {@link #SYSTEM} or {@link #OPERATOR}
     */
    public record Deed(String subject, Step step) {}

    /** The subject that is the operating system. */
    public static final String SYSTEM = "the system";

    /** The subject that is whoever is at the console. */
    public static final String OPERATOR = "the operator";
}
