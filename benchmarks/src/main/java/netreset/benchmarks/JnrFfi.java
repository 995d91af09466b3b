// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import jnr.ffi.LibraryLoader;
import netreset.bridge.NothingModule;

/** jnr-ffi. */
public final class JnrFfi {
    private JnrFfi() {}

    /** Its mapping. */
    public interface Mapped {
        int MprAdminPortReset(long server, long port);
    }

    static Mapped mapped() {
        return LibraryLoader.create(Mapped.class).load(NothingModule.library().toString());
    }
}
