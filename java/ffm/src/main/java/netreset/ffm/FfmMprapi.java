// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import netreset.bridge.Buffers;
import netreset.bridge.Mprapi;
import netreset.bridge.Symbols;
import org.jspecify.annotations.Nullable;

/**
 * Calls each function at the address it was given. One that the library lacks is at NULL, which java.lang.foreign refuses
 * to call. Nothing is allocated by a call without buffers. Fences as in {@link FfmLibc}.
 */
final class FfmMprapi implements Mprapi {
    private final MemorySegment isServiceRunning;
    private final MemorySegment isServiceInitialized;
    private final MemorySegment serverConnect;
    private final MemorySegment serverDisconnect;
    private final MemorySegment serverGetInfo;
    private final MemorySegment portEnum;
    private final MemorySegment portGetInfo;
    private final MemorySegment portClearStats;
    private final MemorySegment portReset;
    private final MemorySegment portDisconnect;
    private final MemorySegment connectionEnum;
    private final MemorySegment connectionGetInfo;
    private final MemorySegment connectionClearStats;
    private final MemorySegment connectionEnumEx;
    private final MemorySegment registerConnectionNotification;
    private final MemorySegment deregisterConnectionNotification;
    private final MemorySegment bufferFree;
    private final MemorySegment getErrorString;

    /** Takes all addresses, or throws. */
    FfmMprapi(Symbols symbols) {
        isServiceRunning = at(symbols, "MprAdminIsServiceRunning");
        isServiceInitialized = at(symbols, "MprAdminIsServiceInitialized");
        serverConnect = at(symbols, "MprAdminServerConnect");
        serverDisconnect = at(symbols, "MprAdminServerDisconnect");
        serverGetInfo = at(symbols, "MprAdminServerGetInfo");
        portEnum = at(symbols, "MprAdminPortEnum");
        portGetInfo = at(symbols, "MprAdminPortGetInfo");
        portClearStats = at(symbols, "MprAdminPortClearStats");
        portReset = at(symbols, "MprAdminPortReset");
        portDisconnect = at(symbols, "MprAdminPortDisconnect");
        connectionEnum = at(symbols, "MprAdminConnectionEnum");
        connectionGetInfo = at(symbols, "MprAdminConnectionGetInfo");
        connectionClearStats = at(symbols, "MprAdminConnectionClearStats");
        connectionEnumEx = at(symbols, "MprAdminConnectionEnumEx");
        registerConnectionNotification = at(symbols, "MprAdminRegisterConnectionNotification");
        deregisterConnectionNotification = at(symbols, "MprAdminDeregisterConnectionNotification");
        bufferFree = at(symbols, "MprAdminBufferFree");
        getErrorString = at(symbols, "MprAdminGetErrorString");
    }

    private static MemorySegment at(Symbols symbols, String name) {
        return MemorySegment.ofAddress(symbols.address(name));
    }

    @Override
    public int MprAdminIsServiceRunning(@Nullable ByteBuffer server) {
        long serverPointer = Pointers.of(Buffers.in(server));
        try {
            return (int) Shapes.INT_LONG.invokeExact(isServiceRunning, serverPointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(server);
        }
    }

    @Override
    public int MprAdminIsServiceInitialized(@Nullable ByteBuffer server, ByteBuffer initialized) {
        long serverPointer = Pointers.of(Buffers.in(server));
        long initializedPointer = Pointers.of(Buffers.out(initialized));
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(isServiceInitialized, serverPointer, initializedPointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(server);
            Reference.reachabilityFence(initialized);
        }
    }

    @Override
    public int MprAdminServerConnect(@Nullable ByteBuffer server, ByteBuffer serverHandle) {
        long serverPointer = Pointers.of(Buffers.in(server));
        long serverHandlePointer = Pointers.of(Buffers.out(serverHandle));
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(serverConnect, serverPointer, serverHandlePointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(server);
            Reference.reachabilityFence(serverHandle);
        }
    }

    @Override
    public void MprAdminServerDisconnect(long serverHandle) {
        try {
            Shapes.VOID_LONG.invokeExact(serverDisconnect, serverHandle);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminServerGetInfo(long serverHandle, int level, ByteBuffer buffer) {
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        try {
            return (int) Shapes.INT_LONG_INT_LONG.invokeExact(serverGetInfo, serverHandle, level, bufferPointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
        }
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
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        long entriesReadPointer = Pointers.of(Buffers.out(entriesRead));
        long totalEntriesPointer = Pointers.of(Buffers.out(totalEntries));
        long resumePointer = Pointers.of(Buffers.out(resume));
        try {
            return (int) Shapes.INT_LONG_INT_LONG_LONG_INT_LONG_LONG_LONG.invokeExact(
                    portEnum,
                    serverHandle,
                    level,
                    connection,
                    bufferPointer,
                    preferredMaximumLength,
                    entriesReadPointer,
                    totalEntriesPointer,
                    resumePointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
            Reference.reachabilityFence(entriesRead);
            Reference.reachabilityFence(totalEntries);
            Reference.reachabilityFence(resume);
        }
    }

    @Override
    public int MprAdminPortGetInfo(long serverHandle, int level, long port, ByteBuffer buffer) {
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        try {
            return (int)
                    Shapes.INT_LONG_INT_LONG_LONG.invokeExact(portGetInfo, serverHandle, level, port, bufferPointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
        }
    }

    @Override
    public int MprAdminPortClearStats(long serverHandle, long port) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(portClearStats, serverHandle, port);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminPortReset(long serverHandle, long port) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(portReset, serverHandle, port);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminPortDisconnect(long serverHandle, long port) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(portDisconnect, serverHandle, port);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
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
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        long entriesReadPointer = Pointers.of(Buffers.out(entriesRead));
        long totalEntriesPointer = Pointers.of(Buffers.out(totalEntries));
        long resumePointer = Pointers.of(Buffers.out(resume));
        try {
            return (int) Shapes.INT_LONG_INT_LONG_INT_LONG_LONG_LONG.invokeExact(
                    connectionEnum,
                    serverHandle,
                    level,
                    bufferPointer,
                    preferredMaximumLength,
                    entriesReadPointer,
                    totalEntriesPointer,
                    resumePointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
            Reference.reachabilityFence(entriesRead);
            Reference.reachabilityFence(totalEntries);
            Reference.reachabilityFence(resume);
        }
    }

    @Override
    public int MprAdminConnectionGetInfo(long serverHandle, int level, long connection, ByteBuffer buffer) {
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        try {
            return (int) Shapes.INT_LONG_INT_LONG_LONG.invokeExact(
                    connectionGetInfo, serverHandle, level, connection, bufferPointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
        }
    }

    @Override
    public int MprAdminConnectionClearStats(long serverHandle, long connection) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(connectionClearStats, serverHandle, connection);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
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
        long headerPointer = Pointers.of(Buffers.in(header));
        long entriesReadPointer = Pointers.of(Buffers.out(entriesRead));
        long totalEntriesPointer = Pointers.of(Buffers.out(totalEntries));
        long connectionsPointer = Pointers.of(Buffers.out(connections));
        long resumePointer = Pointers.of(Buffers.out(resume));
        try {
            return (int) Shapes.INT_LONG_LONG_INT_LONG_LONG_LONG_LONG.invokeExact(
                    connectionEnumEx,
                    serverHandle,
                    headerPointer,
                    preferredMaximumLength,
                    entriesReadPointer,
                    totalEntriesPointer,
                    connectionsPointer,
                    resumePointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(header);
            Reference.reachabilityFence(entriesRead);
            Reference.reachabilityFence(totalEntries);
            Reference.reachabilityFence(connections);
            Reference.reachabilityFence(resume);
        }
    }

    @Override
    public int MprAdminRegisterConnectionNotification(long serverHandle, long event) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(registerConnectionNotification, serverHandle, event);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminDeregisterConnectionNotification(long serverHandle, long event) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(deregisterConnectionNotification, serverHandle, event);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminBufferFree(long buffer) {
        try {
            return (int) Shapes.INT_LONG.invokeExact(bufferFree, buffer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminGetErrorString(int code, ByteBuffer text) {
        long textPointer = Pointers.of(Buffers.out(text));
        try {
            return (int) Shapes.INT_INT_LONG.invokeExact(getErrorString, code, textPointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(text);
        }
    }
}
