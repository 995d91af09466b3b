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
            System.out.println("best: " + best.name() + ", " + proof(best));
        } catch (NoBridgeException | NoMprapiException e) {
            System.out.println(e.getMessage());
        }
    }

    /** That it can call what it says it can. */
    private static String proof(Bridge bridge) throws NoMprapiException {
        return CLibrary.here() == CLibrary.LIBC
                ? "page size " + bridge.libc().getpagesize()
                : "mprapi " + MprapiModule.system(bridge).path();
    }
}
