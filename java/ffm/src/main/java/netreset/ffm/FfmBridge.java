// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.bridge.Binding;
import netreset.bridge.Bridge;
import netreset.bridge.Buffers;
import netreset.bridge.Libc;
import netreset.bridge.NativeAccess;
import org.jspecify.annotations.Nullable;

/** Calls C through java.lang.foreign. The functions are bound by the first question, not by this class. */
public final class FfmBridge implements Bridge {
    /** The grant is asked for first: Java 24 and later would else print a warning in the user's output. */
    private static final Binding LIBC = new Binding(
            new NativeAccess(FfmBridge.class, "netreset.ffm"),
            FfmBridge.class.getModule()::isNativeAccessEnabled,
            FfmLibc::new,
            "use netreset-jna with this C library");

    @Override
    public String name() {
        return "ffm";
    }

    @Override
    public int priority() {
        return 20;
    }

    @Override
    public @Nullable String unavailableReason() {
        return LIBC.unavailableReason();
    }

    @Override
    public Libc libc() {
        return LIBC.libc();
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
