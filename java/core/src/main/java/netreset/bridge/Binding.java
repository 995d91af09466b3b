// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds one C library on first use, once, and keeps the reason if that fails. Asks the platform first: where it doesn't
 * fit, nothing native is loaded.
 */
public final class Binding<T> {
    private final CLibrary library;
    private final Platform platform;
    private final NativeAccess access;
    private final BooleanSupplier granted;
    private final Supplier<T> bind;
    private final String remedy;

    private boolean tried;
    private @Nullable T bound;
    private String reason = "";

    /**
     * @param library where it can be had decides whether anything else is tried
     * @param access the grant this bridge needs
     * @param granted whether it has it, as far as that can be told without calling C
     * @param bind loads and links everything; may throw whatever that throws
     * @param remedy what helps when {@code bind} fails for another reason than a missing grant
     */
    public Binding(CLibrary library, NativeAccess access, BooleanSupplier granted, Supplier<T> bind, String remedy) {
        this(library, Platform.current(), access, granted, bind, remedy);
    }

    Binding(
            CLibrary library,
            Platform platform,
            NativeAccess access,
            BooleanSupplier granted,
            Supplier<T> bind,
            String remedy) {
        this.library = library;
        this.platform = platform;
        this.access = access;
        this.granted = granted;
        this.bind = bind;
        this.remedy = remedy;
    }

    /** As {@link Bridge#unavailableReason(CLibrary)}. */
    public synchronized @Nullable String unavailableReason() {
        tryOnce();
        return bound == null ? reason : null;
    }

    /**
     * The library.
     *
     * @throws IllegalStateException if {@link #unavailableReason()} is not null
     */
    public synchronized T get() {
        tryOnce();
        if (bound == null) {
            throw new IllegalStateException(reason);
        }
        return bound;
    }

    private void tryOnce() {
        if (!tried) {
            String unfit = platform.reason(library);
            if (unfit == null) {
                bind();
            } else {
                reason = unfit;
            }
            tried = true;
        }
    }

    private void bind() {
        if (!granted.getAsBoolean()) {
            reason = access.remedy();
            return;
        }
        try {
            bound = bind.get();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // A plain Error is what JNA throws when its jar and its native library differ in version.
            reason = Reasons.deniedAccess(e) ? access.remedy() : Reasons.of(e) + ", " + remedy;
        }
    }
}
