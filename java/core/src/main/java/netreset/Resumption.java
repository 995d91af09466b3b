// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.List;

/**
 * What came of taking up an interrupted operation: by comparing the NIC's configuration with the one from before it, not by
 * what calls returned.
 *
 * @param interrupted what was taken up
 * @param restored what was missing and is there again, one line each
 * @param missing what is missing still, and why
 * @param notes what else a person should know
 */
public record Resumption(Interrupted interrupted, List<String> restored, List<String> missing, List<String> notes) {
    public Resumption {
        restored = List.copyOf(restored);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /** Whether everything is as it was. */
    public boolean isComplete() {
        return missing.isEmpty();
    }
}
