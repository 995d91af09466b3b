// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import netreset.bridge.Binding;
import netreset.bridge.Bridge;
import netreset.bridge.Buffers;
import netreset.bridge.Libc;
import netreset.bridge.NativeAccess;
import org.jspecify.annotations.Nullable;

/** Calls C through JNA. JNA itself, and with it its native library, is loaded by the first question, not by this class. */
public final class JnaBridge implements Bridge {
    /** Whether JNA has the grant is found by trying: without one, Java only warns unless it was told to deny. */
    private static final Binding LIBC = new Binding(
            new NativeAccess(JnaBridge.class, "com.sun.jna"),
            () -> true,
            JnaLibc::new,
            "check that net.java.dev.jna:jna-jpms is there and that -Djna.tmpdir names a directory"
                    + " where files may be executed");

    @Override
    public String name() {
        return "jna";
    }

    @Override
    public int priority() {
        return 10;
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
        return Pointer.nativeValue(Native.getDirectBufferPointer(Buffers.out(buffer)));
    }

    @Override
    public ByteBuffer view(long address, long size) {
        return new Pointer(address).getByteBuffer(0, Buffers.size(size));
    }
}
