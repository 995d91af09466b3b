// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import com.sun.jna.Library;
import com.sun.jna.Native;
import netreset.bridge.NothingModule;

/** JNA as its documentation advises: a directly mapped class, and an interface. */
final class Jna {
    private Jna() {}

    /** Direct mapping. */
    static final class Direct {
        static {
            Native.register(Direct.class, NothingModule.library().toString());
        }

        private Direct() {}

        static native int MprAdminPortReset(long server, long port);
    }

    /** Interface mapping. */
    public interface Mapped extends Library {
        int MprAdminPortReset(long server, long port);
    }

    static Mapped mapped() {
        return Native.load(NothingModule.library().toString(), Mapped.class);
    }
}
