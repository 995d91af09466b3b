// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

/** What a JVM of its own says about its bridges; for tests that need another JVM or other flags. */
public final class PrintStatuses {
    private PrintStatuses() {}

    public static void main(String[] args) {
        Bridges bridges = Bridges.find();
        bridges.statuses().forEach(System.out::println);
        try {
            Bridge best = bridges.best();
            System.out.println(
                    "best: " + best.name() + ", page size " + best.libc().getpagesize());
        } catch (NoBridgeException e) {
            System.out.println(e.getMessage());
        }
    }
}
