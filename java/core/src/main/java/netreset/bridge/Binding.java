// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds the C library on first use, once, and keeps the reason if that fails. Asks the platform first: where it doesn't
 * fit, nothing native is loaded.
 */
public final class Binding {
    private final Platform platform;
    private final NativeAccess access;
    private final BooleanSupplier granted;
    private final Supplier<Libc> bind;
    private final String remedy;

    private boolean tried;
    private @Nullable Libc libc;
    private String reason = "";

    /**
     * @param access the grant this bridge needs
     * @param granted whether it has it, as far as that can be told without calling C
     * @param bind loads and links everything; may throw whatever that throws
     * @param remedy what helps when {@code bind} fails for another reason than a missing grant
     */
    public Binding(NativeAccess access, BooleanSupplier granted, Supplier<Libc> bind, String remedy) {
        this(Platform.current(), access, granted, bind, remedy);
    }

    Binding(Platform platform, NativeAccess access, BooleanSupplier granted, Supplier<Libc> bind, String remedy) {
        this.platform = platform;
        this.access = access;
        this.granted = granted;
        this.bind = bind;
        this.remedy = remedy;
    }

    /** As {@link Bridge#unavailableReason()}. */
    public synchronized @Nullable String unavailableReason() {
        tryOnce();
        return libc == null ? reason : null;
    }

    /** As {@link Bridge#libc()}. */
    public synchronized Libc libc() {
        tryOnce();
        if (libc == null) {
            throw new IllegalStateException(reason);
        }
        return libc;
    }

    private void tryOnce() {
        if (!tried) {
            String unfit = platform.libcReason();
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
            libc = bind.get();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // A plain Error is what JNA throws when its jar and its native library differ in version.
            reason = Reasons.deniedAccess(e) ? access.remedy() : Reasons.of(e) + ", " + remedy;
        }
    }
}
