// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import netreset.bridge.Bridge;
import netreset.bridge.CLibrary;
import netreset.bridge.Kernel32;
import netreset.bridge.Libc;
import netreset.bridge.Mprapi;
import netreset.bridge.Symbols;
import org.jspecify.annotations.Nullable;

/** Leads to a {@link FakeServer} instead of to C. */
final class FakeBridge implements Bridge {
    private final FakeServer server;

    FakeBridge(FakeServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public @Nullable String unavailableReason(CLibrary library) {
        return null;
    }

    @Override
    public Libc libc() {
        throw new IllegalStateException("this is Windows");
    }

    @Override
    public Kernel32 kernel32() {
        return new FakeKernel32(server);
    }

    @Override
    public Mprapi mprapi(Symbols symbols) {
        return new FakeMprapi(server);
    }

    @Override
    public long address(ByteBuffer buffer) {
        throw new IllegalStateException();
    }

    @Override
    public ByteBuffer view(long address, long size) {
        return server.heap.view(address, size);
    }
}
