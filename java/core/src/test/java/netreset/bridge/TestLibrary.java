// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

/** A library that a test opened by its path, past the seam. Only tests can: no main class takes a path from anybody. */
public interface TestLibrary extends Symbols {
    /**
     * Calls a function.
     *
     * @param arguments Integer, Long, or ByteBuffer for a pointer
     * @return all 64 bits of the result; those above an int's are nobody's
     */
    long call(String function, Object... arguments);

    /** How a bridge's tests open one. */
    @FunctionalInterface
    interface Opener {
        /** Opens the library at that absolute path; it stays open. */
        TestLibrary open(String path);
    }
}
