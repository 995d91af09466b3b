// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import netreset.bridge.Buffers;
import netreset.bridge.Mprapi;
import netreset.bridge.Symbols;
import org.jspecify.annotations.Nullable;

/**
 * Calls each function at the address it was given: {@link PerLibrary} defines this class anew for each library, and gives
 * it the addresses; by itself it can't be initialized. A function that the library lacks is at NULL, which
 * java.lang.foreign refuses to call. Nothing is allocated by a call without buffers. Fences as in {@link FfmLibc}.
 */
final class FfmMprapi implements Mprapi {
    private static final Symbols SYMBOLS = PerLibrary.symbols(MethodHandles.lookup());
    private static final MemorySegment IS_SERVICE_RUNNING = at("MprAdminIsServiceRunning");
    private static final MemorySegment IS_SERVICE_INITIALIZED = at("MprAdminIsServiceInitialized");
    private static final MemorySegment SERVER_CONNECT = at("MprAdminServerConnect");
    private static final MemorySegment SERVER_DISCONNECT = at("MprAdminServerDisconnect");
    private static final MemorySegment SERVER_GET_INFO = at("MprAdminServerGetInfo");
    private static final MemorySegment PORT_ENUM = at("MprAdminPortEnum");
    private static final MemorySegment PORT_GET_INFO = at("MprAdminPortGetInfo");
    private static final MemorySegment PORT_CLEAR_STATS = at("MprAdminPortClearStats");
    private static final MemorySegment PORT_RESET = at("MprAdminPortReset");
    private static final MemorySegment PORT_DISCONNECT = at("MprAdminPortDisconnect");
    private static final MemorySegment CONNECTION_ENUM = at("MprAdminConnectionEnum");
    private static final MemorySegment CONNECTION_GET_INFO = at("MprAdminConnectionGetInfo");
    private static final MemorySegment CONNECTION_CLEAR_STATS = at("MprAdminConnectionClearStats");
    private static final MemorySegment CONNECTION_ENUM_EX = at("MprAdminConnectionEnumEx");
    private static final MemorySegment REGISTER_CONNECTION_NOTIFICATION = at("MprAdminRegisterConnectionNotification");
    private static final MemorySegment DEREGISTER_CONNECTION_NOTIFICATION =
            at("MprAdminDeregisterConnectionNotification");
    private static final MemorySegment BUFFER_FREE = at("MprAdminBufferFree");
    private static final MemorySegment GET_ERROR_STRING = at("MprAdminGetErrorString");

    private FfmMprapi() {}

    private static MemorySegment at(String name) {
        return MemorySegment.ofAddress(SYMBOLS.address(name));
    }

    @Override
    public int MprAdminIsServiceRunning(@Nullable ByteBuffer server) {
        long serverPointer = Pointers.of(Buffers.in(server));
        try {
            return (int) Shapes.INT_LONG.invokeExact(IS_SERVICE_RUNNING, serverPointer);
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
            return (int) Shapes.INT_LONG_LONG.invokeExact(IS_SERVICE_INITIALIZED, serverPointer, initializedPointer);
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
            return (int) Shapes.INT_LONG_LONG.invokeExact(SERVER_CONNECT, serverPointer, serverHandlePointer);
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
            Shapes.VOID_LONG.invokeExact(SERVER_DISCONNECT, serverHandle);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminServerGetInfo(long serverHandle, int level, ByteBuffer buffer) {
        long bufferPointer = Pointers.of(Buffers.out(buffer));
        try {
            return (int) Shapes.INT_LONG_INT_LONG.invokeExact(SERVER_GET_INFO, serverHandle, level, bufferPointer);
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
                    PORT_ENUM,
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
                    Shapes.INT_LONG_INT_LONG_LONG.invokeExact(PORT_GET_INFO, serverHandle, level, port, bufferPointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
        }
    }

    @Override
    public int MprAdminPortClearStats(long serverHandle, long port) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(PORT_CLEAR_STATS, serverHandle, port);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminPortReset(long serverHandle, long port) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(PORT_RESET, serverHandle, port);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminPortDisconnect(long serverHandle, long port) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(PORT_DISCONNECT, serverHandle, port);
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
                    CONNECTION_ENUM,
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
                    CONNECTION_GET_INFO, serverHandle, level, connection, bufferPointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(buffer);
        }
    }

    @Override
    public int MprAdminConnectionClearStats(long serverHandle, long connection) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(CONNECTION_CLEAR_STATS, serverHandle, connection);
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
                    CONNECTION_ENUM_EX,
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
            return (int) Shapes.INT_LONG_LONG.invokeExact(REGISTER_CONNECTION_NOTIFICATION, serverHandle, event);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminDeregisterConnectionNotification(long serverHandle, long event) {
        try {
            return (int) Shapes.INT_LONG_LONG.invokeExact(DEREGISTER_CONNECTION_NOTIFICATION, serverHandle, event);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminBufferFree(long buffer) {
        try {
            return (int) Shapes.INT_LONG.invokeExact(BUFFER_FREE, buffer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        }
    }

    @Override
    public int MprAdminGetErrorString(int code, ByteBuffer text) {
        long textPointer = Pointers.of(Buffers.out(text));
        try {
            return (int) Shapes.INT_INT_LONG.invokeExact(GET_ERROR_STRING, code, textPointer);
        } catch (Throwable t) {
            throw Downcall.threw(t);
        } finally {
            Reference.reachabilityFence(text);
        }
    }
}
