// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

/** What all downcalls share. */
final class Downcall {
    private Downcall() {}

    /** A downcall handle declares Throwable and throws nothing but the JVM's own errors. */
    static AssertionError threw(Throwable thrown) {
        return new AssertionError("a C function threw", thrown);
    }
}
