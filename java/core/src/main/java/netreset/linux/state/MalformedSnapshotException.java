// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

/** A text that is no snapshot, or not a whole one; the message says in which line. */
public final class MalformedSnapshotException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedSnapshotException(int line, String why) {
        super("line " + line + " of the snapshot: " + why);
    }
}
