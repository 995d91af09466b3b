// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

/** Initialises the classes that a user's program mentions before it opens anything, in a JVM of its own. */
public final class InitialiseClasses {
    private InitialiseClasses() {}

    public static void main(String[] args) throws ClassNotFoundException {
        for (String name : args) {
            Class.forName(name);
        }
        for (MprapiFunction function : MprapiFunction.values()) {
            System.out.println(function.cName());
        }
        System.out.println(Bridges.find().getClass().getName());
    }
}
