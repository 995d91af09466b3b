// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.SymbolProvider;
import java.nio.ByteBuffer;
import java.util.Map;
import netreset.bridge.Buffers;
import netreset.bridge.Mprapi;
import netreset.bridge.Symbols;
import org.jspecify.annotations.Nullable;

/**
 * Calls each function at the address it was given: those that every library has by direct mapping, the others one by one.
 * One that the library lacks is at NULL, which JNA refuses to call.
 */
final class JnaMprapi implements Mprapi {
    private final Pointer isServiceInitialized;
    private final Pointer serverGetInfo;
    private final Pointer connectionEnumEx;
    private final Pointer registerConnectionNotification;
    private final Pointer deregisterConnectionNotification;
    private final Pointer getErrorString;

    /** Binds, or throws. Direct mapping knows one address for each function: it is the last that was given. */
    JnaMprapi(Symbols symbols) {
        SymbolProvider provider = (handle, name, parent) -> symbols.address(name);
        Native.register(
                MprapiFunctions.class, NativeLibrary.getProcess(Map.of(Library.OPTION_SYMBOL_PROVIDER, provider)));
        isServiceInitialized = new Pointer(symbols.address("MprAdminIsServiceInitialized"));
        serverGetInfo = new Pointer(symbols.address("MprAdminServerGetInfo"));
        connectionEnumEx = new Pointer(symbols.address("MprAdminConnectionEnumEx"));
        registerConnectionNotification = new Pointer(symbols.address("MprAdminRegisterConnectionNotification"));
        deregisterConnectionNotification = new Pointer(symbols.address("MprAdminDeregisterConnectionNotification"));
        getErrorString = new Pointer(symbols.address("MprAdminGetErrorString"));
    }

    private static int call(Pointer function, @Nullable Object... arguments) {
        return Function.getFunction(function).invokeInt(arguments);
    }

    @Override
    public int MprAdminIsServiceRunning(@Nullable ByteBuffer server) {
        return MprapiFunctions.MprAdminIsServiceRunning(Buffers.in(server));
    }

    @Override
    public int MprAdminIsServiceInitialized(@Nullable ByteBuffer server, ByteBuffer initialized) {
        return call(isServiceInitialized, Buffers.in(server), Buffers.out(initialized));
    }

    @Override
    public int MprAdminServerConnect(@Nullable ByteBuffer server, ByteBuffer serverHandle) {
        return MprapiFunctions.MprAdminServerConnect(Buffers.in(server), Buffers.out(serverHandle));
    }

    @Override
    public void MprAdminServerDisconnect(long serverHandle) {
        MprapiFunctions.MprAdminServerDisconnect(serverHandle);
    }

    @Override
    public int MprAdminServerGetInfo(long serverHandle, int level, ByteBuffer buffer) {
        return call(serverGetInfo, serverHandle, level, Buffers.out(buffer));
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
        return MprapiFunctions.MprAdminPortEnum(
                serverHandle,
                level,
                connection,
                Buffers.out(buffer),
                preferredMaximumLength,
                Buffers.out(entriesRead),
                Buffers.out(totalEntries),
                Buffers.out(resume));
    }

    @Override
    public int MprAdminPortGetInfo(long serverHandle, int level, long port, ByteBuffer buffer) {
        return MprapiFunctions.MprAdminPortGetInfo(serverHandle, level, port, Buffers.out(buffer));
    }

    @Override
    public int MprAdminPortClearStats(long serverHandle, long port) {
        return MprapiFunctions.MprAdminPortClearStats(serverHandle, port);
    }

    @Override
    public int MprAdminPortReset(long serverHandle, long port) {
        return MprapiFunctions.MprAdminPortReset(serverHandle, port);
    }

    @Override
    public int MprAdminPortDisconnect(long serverHandle, long port) {
        return MprapiFunctions.MprAdminPortDisconnect(serverHandle, port);
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
        return MprapiFunctions.MprAdminConnectionEnum(
                serverHandle,
                level,
                Buffers.out(buffer),
                preferredMaximumLength,
                Buffers.out(entriesRead),
                Buffers.out(totalEntries),
                Buffers.out(resume));
    }

    @Override
    public int MprAdminConnectionGetInfo(long serverHandle, int level, long connection, ByteBuffer buffer) {
        return MprapiFunctions.MprAdminConnectionGetInfo(serverHandle, level, connection, Buffers.out(buffer));
    }

    @Override
    public int MprAdminConnectionClearStats(long serverHandle, long connection) {
        return MprapiFunctions.MprAdminConnectionClearStats(serverHandle, connection);
    }

    @Override
    public int MprAdminConnectionEnumEx(
            long serverHandle,
            ByteBuffer header,
            int preferredMaximumLength,
            ByteBuffer entriesRead,
            ByteBuffer totalEntries,
            ByteBuffer connections,
            ByteBuffer resume) {
        return call(
                connectionEnumEx,
                serverHandle,
                Buffers.in(header),
                preferredMaximumLength,
                Buffers.out(entriesRead),
                Buffers.out(totalEntries),
                Buffers.out(connections),
                Buffers.out(resume));
    }

    @Override
    public int MprAdminRegisterConnectionNotification(long serverHandle, long event) {
        return call(registerConnectionNotification, serverHandle, event);
    }

    @Override
    public int MprAdminDeregisterConnectionNotification(long serverHandle, long event) {
        return call(deregisterConnectionNotification, serverHandle, event);
    }

    @Override
    public int MprAdminBufferFree(long buffer) {
        return MprapiFunctions.MprAdminBufferFree(buffer);
    }

    @Override
    public int MprAdminGetErrorString(int code, ByteBuffer text) {
        return call(getErrorString, code, Buffers.out(text));
    }
}
