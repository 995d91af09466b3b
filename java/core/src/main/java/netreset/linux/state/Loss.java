// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

/**
 * Something that was configured and isn't any more.
 *
 * @param what one line, as in {@link Snapshot#facts}
 * @param reason why, in the kernel's own words where it gave any
 * @param errno the kernel's number; 0 if it gave none
 */
public record Loss(String what, String reason, int errno) {
    /** For a person. */
    public String sentence() {
        return what + ": " + reason;
    }
}
