// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.Set;

/** Modules that no loader has seen, for tests of what is built on the seam. */
public final class FakeModules {
    private FakeModules() {}

    /** Exports everything except {@code missing}, under today's names. */
    public static MprapiModule of(Bridge bridge, Kernel32 kernel32, Set<MprapiFunction> missing)
            throws NoMprapiException {
        return MprapiModule.of(bridge, kernel32, "a fake", name -> isMissing(name, missing) ? 0 : 1);
    }

    private static boolean isMissing(String name, Set<MprapiFunction> missing) {
        return missing.stream().anyMatch(function -> function.exports().contains(name));
    }
}
