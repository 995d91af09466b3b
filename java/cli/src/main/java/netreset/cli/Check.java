// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

/**
 * One thing that doctor looked at.
 *
 * @param name what
 * @param status how it is
 * @param text what was found, and what to do about it
 */
record Check(String name, Status status, String text) {
    /** How a thing is. */
    enum Status {
        /** As it should be, or a mere fact. */
        OK,
        /** Something can't be done. */
        NOTE,
        /** Nothing can be done. */
        FAIL
    }

    static Check ok(String name, String text) {
        return new Check(name, Status.OK, text);
    }

    static Check note(String name, String text) {
        return new Check(name, Status.NOTE, text);
    }

    static Check fail(String name, String text) {
        return new Check(name, Status.FAIL, text);
    }
}
