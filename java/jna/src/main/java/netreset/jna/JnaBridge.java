// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
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

/** Calls C through JNA. JNA itself, and with it its native library, is loaded by the first question, not by this class. */
public final class JnaBridge implements Bridge {
    private static final NativeAccess ACCESS = new NativeAccess(JnaBridge.class, "com.sun.jna");

    private static final String REMEDY = "check that net.java.dev.jna:jna-jpms is there and that -Djna.tmpdir names a"
            + " directory where files may be executed";

    /** Whether JNA has the grant is found by trying: without one, Java only warns unless it was told to deny. */
    private static final Bindings BINDINGS = new Bindings(
            new Binding<>(CLibrary.LIBC, ACCESS, () -> true, JnaLibc::new, REMEDY),
            new Binding<>(CLibrary.KERNEL32, ACCESS, () -> true, JnaKernel32::new, REMEDY));

    @Override
    public String name() {
        return "jna";
    }

    @Override
    public int priority() {
        return 10;
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
        return new JnaMprapi(symbols);
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
