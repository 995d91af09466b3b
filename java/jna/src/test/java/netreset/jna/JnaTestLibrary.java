// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import netreset.bridge.TestLibrary;

/** Also for other modules' tests, whichever bridge they are about. */
public final class JnaTestLibrary implements TestLibrary {
    private final NativeLibrary library;

    /** Opens the library at that absolute path. */
    public JnaTestLibrary(String path) {
        library = NativeLibrary.getInstance(path);
    }

    @Override
    public long address(String name) {
        try {
            return Pointer.nativeValue(library.getGlobalVariableAddress(name));
        } catch (UnsatisfiedLinkError e) {
            return 0;
        }
    }

    @Override
    public long call(String function, Object... arguments) {
        return library.getFunction(function).invokeLong(arguments);
    }
}
