// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.List;

/**
 * Whether a device can be reset, and how that is known.
 *
 * @param answer yes, no, or not known
 * @param source how the answer was found
 * @param methods the methods that may work, such as {@code ethtool}; empty if none is known
 * @param why one sentence for a person
 */
public record Resettability(Answer answer, Source source, List<String> methods, String why) {

    public Resettability {
        methods = List.copyOf(methods);
    }

    /** Never {@code NO} where nobody could look. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Where an answer comes from. */
    public enum Source {
        /** The kernel was asked, without the driver being called. */
        PROBE,
        /** A guess by the driver's name. */
        TABLE,
        /** Nothing is known. */
        NONE
    }
}
