// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BooleanSupplier;
import netreset.bridge.Binding;
import netreset.bridge.Bindings;
import netreset.bridge.Bridge;
import netreset.bridge.Buffers;
import netreset.bridge.CLibrary;
import netreset.bridge.Kernel32;
import netreset.bridge.Libc;
import netreset.bridge.Mprapi;
import netreset.bridge.NativeAccess;
import netreset.bridge.Symbols;
import org.jspecify.annotations.Nullable;

/** Calls C through java.lang.foreign. The functions are bound by the first question, not by this class. */
public final class FfmBridge implements Bridge {
    private static final NativeAccess ACCESS = new NativeAccess(FfmBridge.class, "netreset.ffm");

    /** The grant is asked for first: Java 24 and later would else print a warning in the user's output. */
    private static final BooleanSupplier GRANTED = FfmBridge.class.getModule()::isNativeAccessEnabled;

    private static final Bindings BINDINGS = new Bindings(
            new Binding<>(CLibrary.LIBC, ACCESS, GRANTED, FfmLibc::new, "use netreset-jna with this C library"),
            new Binding<>(CLibrary.KERNEL32, ACCESS, GRANTED, FfmKernel32::new, "use netreset-jna on this Windows"));

    @Override
    public String name() {
        return "ffm";
    }

    @Override
    public int priority() {
        return 20;
    }

    @Override
    public @Nullable String unavailableReason(CLibrary library) {
        return BINDINGS.unavailableReason(library);
    }

    @Override
    public Libc libc() {
        return BINDINGS.libc().get();
    }

    @Override
    public Kernel32 kernel32() {
        return BINDINGS.kernel32().get();
    }

    @Override
    public Mprapi mprapi(Symbols symbols) {
        return PerLibrary.mprapi(symbols);
    }

    @Override
    public long address(ByteBuffer buffer) {
        return Pointers.of(Buffers.out(buffer));
    }

    @Override
    @SuppressWarnings("restricted") // what the method is for, granted by the user
    public ByteBuffer view(long address, long size) {
        return MemorySegment.ofAddress(address)
                .reinterpret(Buffers.size(size))
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }
}
