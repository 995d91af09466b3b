// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** Something with a state that the explorer can compare: two equal digests are taken for the same state. */
public interface Digestible {
    /** Adds all that can change what happens next, and nothing else. */
    void digest(Digest digest);
}
