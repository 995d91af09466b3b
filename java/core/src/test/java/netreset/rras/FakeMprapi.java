// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import netreset.bridge.Mprapi;
import netreset.bridge.MprapiFunction;
import netreset.bridge.WideStrings;
import netreset.rras.abi.Winerror;
import org.jspecify.annotations.Nullable;

/** The functions of a {@link FakeServer}. Misuse that would end a process ends the test. */
final class FakeMprapi implements Mprapi {
    private final FakeServer server;
    private final Set<Long> handles = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inside = new AtomicInteger();
    private int page;

    FakeMprapi(FakeServer server) {
        this.server = server;
    }

    private interface Body {
        int run();
    }

    /** One call: logged when it begins, alone, on a live handle. */
    private int call(MprapiFunction function, String arguments, Body body) {
        server.log.add(function.cName() + arguments);
        if (inside.incrementAndGet() != 1) {
            throw new AssertionError("two calls at once");
        }
        try {
            int code = server.code(function);
            return code == Winerror.ERROR_SUCCESS ? body.run() : code;
        } finally {
            inside.decrementAndGet();
        }
    }

    private int call(MprapiFunction function, long handle, String arguments, Body body) {
        if (!handles.contains(handle)) {
            throw new AssertionError(function.cName() + " on a handle that isn't connected");
        }
        return call(function, " " + hex(handle) + arguments, body);
    }

    private static String hex(long handle) {
        return "0x" + Long.toHexString(handle);
    }

    private static String text(@Nullable ByteBuffer name) {
        return " " + (name == null ? "NULL" : WideStrings.read(name, 0, name.capacity()));
    }

    @Override
    public int MprAdminIsServiceRunning(@Nullable ByteBuffer name) {
        return call(MprapiFunction.IS_SERVICE_RUNNING, text(name), () -> server.running);
    }

    @Override
    public int MprAdminIsServiceInitialized(@Nullable ByteBuffer name, ByteBuffer initialized) {
        return call(MprapiFunction.IS_SERVICE_INITIALIZED, text(name), () -> {
            initialized.putInt(0, server.initialized);
            return 0;
        });
    }

    @Override
    public int MprAdminServerConnect(@Nullable ByteBuffer name, ByteBuffer serverHandle) {
        return call(MprapiFunction.SERVER_CONNECT, text(name), () -> {
            serverHandle.putLong(0, server.nextHandle);
            if (server.nextHandle != 0) {
                handles.add(server.nextHandle);
                server.nextHandle++;
            }
            return 0;
        });
    }

    @Override
    public void MprAdminServerDisconnect(long serverHandle) {
        call(MprapiFunction.SERVER_DISCONNECT, serverHandle, "", () -> handles.remove(serverHandle) ? 0 : 1);
    }

    @Override
    public int MprAdminServerGetInfo(long serverHandle, int level, ByteBuffer buffer) {
        return call(MprapiFunction.SERVER_GET_INFO, serverHandle, " " + level, () -> give(buffer, server.info()));
    }

    private int give(ByteBuffer buffer, byte[] content) {
        buffer.putLong(0, server.heap.allocate(content));
        return 0;
    }

    @Override
    public int MprAdminPortEnum(
            long serverHandle,
            int level,
            long connection,
            ByteBuffer buffer,
            int preferredMaximumLength,
            ByteBuffer entriesRead,
            ByteBuffer totalEntries,
            ByteBuffer resume) {
        String arguments = " " + level + " " + hex(connection) + " " + resume.getInt(0);
        return call(
                MprapiFunction.PORT_ENUM,
                serverHandle,
                arguments,
                () -> page(
                        server.ports.stream().map(FakePort::level0).toList(),
                        server.spoilPorts,
                        buffer,
                        entriesRead,
                        totalEntries,
                        resume));
    }

    private int page(
            List<byte[]> rows,
            Consumer<FakePage> spoil,
            ByteBuffer buffer,
            ByteBuffer entriesRead,
            ByteBuffer totalEntries,
            ByteBuffer resume) {
        page = resume.getInt(0) == 0 ? 1 : page + 1;
        FakePage answer = new FakePage(page, rows, resume.getInt(0), server.pageSize);
        spoil.accept(answer);
        boolean given = answer.code == Winerror.ERROR_SUCCESS || answer.code == Winerror.ERROR_MORE_DATA;
        // After other codes the pointer means nothing: whoever frees it is caught.
        buffer.putLong(0, !given ? 0xbad : answer.nullBuffer ? 0 : server.heap.allocate(answer.content));
        entriesRead.putInt(0, answer.entries);
        totalEntries.putInt(0, answer.total);
        resume.putInt(0, answer.resume);
        return answer.code;
    }

    @Override
    public int MprAdminPortGetInfo(long serverHandle, int level, long port, ByteBuffer buffer) {
        return call(MprapiFunction.PORT_GET_INFO, serverHandle, " " + level + " " + hex(port), () -> {
            FakePort found = port(port);
            if (server.givesNothing) {
                return 0;
            }
            return found == null ? 601 : give(buffer, level == 0 ? found.level0() : found.level1());
        });
    }

    private @Nullable FakePort port(long handle) {
        return server.ports.stream()
                .filter(port -> port.handle == handle)
                .findFirst()
                .orElse(null);
    }

    @Override
    public int MprAdminPortClearStats(long serverHandle, long port) {
        return call(MprapiFunction.PORT_CLEAR_STATS, serverHandle, " " + hex(port), () -> {
            FakePort found = port(port);
            if (found == null) {
                return Winerror.RPC_S_INVALID_BINDING;
            }
            server.clear.accept(found);
            return 0;
        });
    }

    @Override
    public int MprAdminPortReset(long serverHandle, long port) {
        if (server.allocatesNothing) {
            return 0;
        }
        return call(MprapiFunction.PORT_RESET, serverHandle, " " + hex(port), () -> {
            FakePort found = port(port);
            if (found != null) {
                server.reset.accept(found);
            }
            return 0;
        });
    }

    @Override
    public int MprAdminPortDisconnect(long serverHandle, long port) {
        return call(MprapiFunction.PORT_DISCONNECT, serverHandle, " " + hex(port), () -> {
            FakePort found = port(port);
            if (found == null) {
                return Winerror.ERROR_INVALID_PARAMETER;
            }
            server.disconnect.accept(found);
            return 0;
        });
    }

    @Override
    public int MprAdminConnectionEnum(
            long serverHandle,
            int level,
            ByteBuffer buffer,
            int preferredMaximumLength,
            ByteBuffer entriesRead,
            ByteBuffer totalEntries,
            ByteBuffer resume) {
        String arguments = " " + level + " " + resume.getInt(0);
        return call(
                MprapiFunction.CONNECTION_ENUM,
                serverHandle,
                arguments,
                () -> page(
                        server.connections.stream()
                                .map(connection -> connection.level(level))
                                .toList(),
                        server.spoilConnections,
                        buffer,
                        entriesRead,
                        totalEntries,
                        resume));
    }

    @Override
    public int MprAdminConnectionGetInfo(long serverHandle, int level, long connection, ByteBuffer buffer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int MprAdminConnectionClearStats(long serverHandle, long connection) {
        return call(MprapiFunction.CONNECTION_CLEAR_STATS, serverHandle, " " + hex(connection), () -> 0);
    }

    @Override
    public int MprAdminConnectionEnumEx(
            long serverHandle,
            ByteBuffer header,
            int preferredMaximumLength,
            ByteBuffer entriesRead,
            ByteBuffer totalEntries,
            ByteBuffer found,
            ByteBuffer resume) {
        String arguments = " " + header.get(0) + " " + header.get(1) + " " + header.getShort(2);
        return call(
                MprapiFunction.CONNECTION_ENUM_EX,
                serverHandle,
                arguments,
                () -> page(
                        server.connections.stream()
                                .map(FakeConnection::extended)
                                .toList(),
                        server.spoilConnections,
                        found,
                        entriesRead,
                        totalEntries,
                        resume));
    }

    @Override
    public int MprAdminRegisterConnectionNotification(long serverHandle, long event) {
        return call(MprapiFunction.REGISTER_CONNECTION_NOTIFICATION, serverHandle, "", () -> {
            server.notified.add(event);
            return server.events.containsKey(event) ? 0 : Winerror.ERROR_INVALID_PARAMETER;
        });
    }

    @Override
    public int MprAdminDeregisterConnectionNotification(long serverHandle, long event) {
        return call(MprapiFunction.DEREGISTER_CONNECTION_NOTIFICATION, serverHandle, "", () -> {
            if (!server.events.containsKey(event)) {
                throw new AssertionError("the event was closed before");
            }
            return server.notified.remove(event) ? 0 : Winerror.ERROR_INVALID_PARAMETER;
        });
    }

    @Override
    public int MprAdminBufferFree(long buffer) {
        server.heap.free(buffer);
        return 0;
    }

    @Override
    public int MprAdminGetErrorString(int code, ByteBuffer text) {
        return call(MprapiFunction.GET_ERROR_STRING, " " + code, () -> {
            String found = server.routerTexts.get(code);
            // What stands in the pointer after a failure is nobody's.
            text.putLong(0, found == null ? 0xbad : server.heap.allocate(FakeServer.wide(found)));
            return found == null ? Winerror.ERROR_MR_MID_NOT_FOUND : 0;
        });
    }
}
