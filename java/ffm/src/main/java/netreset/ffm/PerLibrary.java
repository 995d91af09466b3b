// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import netreset.bridge.Mprapi;
import netreset.bridge.Symbols;

/**
 * Defines {@link FfmMprapi} once more for each library that is loaded. The addresses of functions are then constants of a
 * class, into which the JIT compiles the call; from fields of an object it would read and check them for each call.
 * The ratio is in README.md, under "What a dispatched reset costs".
 */
final class PerLibrary {
    private PerLibrary() {}

    /** An instance of a class of its own; what the symbols throw is thrown. */
    static Mprapi mprapi(Symbols symbols) {
        try {
            Lookup defined = MethodHandles.lookup().defineHiddenClassWithClassData(bytes(), symbols, true);
            return (Mprapi) defined.findConstructor(defined.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (ExceptionInInitializerError e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    /** What the library of this class was given: for the class's initializer alone. */
    static Symbols symbols(Lookup defined) {
        try {
            return MethodHandles.classData(defined, "_", Symbols.class); // ConstantDescs.DEFAULT_NAME, as it demands
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    // The literal doesn't initialize the class.
    private static byte[] bytes() {
        try (InputStream in = FfmMprapi.class.getResourceAsStream("FfmMprapi.class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
