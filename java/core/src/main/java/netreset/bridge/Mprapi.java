// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of mprapi.dll that netreset calls, under their C names; the Windows SDK's {@code mprapi.h} and its pages
 * are their documentation.
 *
 * <p>Every result is C's own: a Win32 code, 0 for success, unless said otherwise; it says nothing of what happened to a
 * port. Handles and pointers are {@code long}s, all 64 bits of them. Buffers are direct, in native order, and passed from
 * index 0 whatever their position; a {@code null} buffer is {@code NULL}; {@code server} is a NUL-terminated UTF-16
 * string. An out-parameter is a buffer of 4 bytes for a DWORD or BOOL, of 8 for a handle or pointer. What a pointer that
 * C wrote points to is read with {@link Bridge#view} and given back with {@link #MprAdminBufferFree}, after 0 and after
 * ERROR_MORE_DATA, once.
 *
 * <p>No method retries, and most are remote procedure calls without a timeout: they block their (platform) thread, and
 * Java interruption doesn't reach it. A buffer that isn't direct, or that C writes to and is read-only, is refused with
 * IllegalArgumentException before C is called. A function that the library lacks ({@link MprapiModule#has}) fails in
 * Java.
 */
@SuppressWarnings("MemberName") // C's names
public interface Mprapi {
    /** A BOOL: not 0 if the service runs; 0 if it doesn't, or if the caller may not know. */
    int MprAdminIsServiceRunning(@Nullable ByteBuffer server);

    /**
     * Says more than {@link #MprAdminIsServiceRunning}.
     *
     * @param initialized receives a BOOL
     */
    int MprAdminIsServiceInitialized(@Nullable ByteBuffer server, ByteBuffer initialized);

    /**
     * Makes a handle for the server; may say nothing of the service.
     *
     * @param serverHandle receives a handle, for {@link #MprAdminServerDisconnect}
     */
    int MprAdminServerConnect(@Nullable ByteBuffer server, ByteBuffer serverHandle);

    void MprAdminServerDisconnect(long serverHandle);

    /**
     * What the server says of itself.
     *
     * @param buffer receives a pointer to a MPR_SERVER_0, 1 or 2, by {@code level}
     */
    int MprAdminServerGetInfo(long serverHandle, int level, ByteBuffer buffer);

    /**
     * Lists ports from {@code resume} on.
     *
     * @param connection handle of the connection whose ports are wanted; -1 for all ports
     * @param buffer receives a pointer to an array of RAS_PORT_0
     * @param preferredMaximumLength in bytes; -1 for all in one buffer
     * @param entriesRead receives the length of the array
     * @param totalEntries receives how many were left to list, these included
     * @param resume DWORD in and out; 0 before the first call
     */
    int MprAdminPortEnum(
            long serverHandle,
            int level,
            long connection,
            ByteBuffer buffer,
            int preferredMaximumLength,
            ByteBuffer entriesRead,
            ByteBuffer totalEntries,
            ByteBuffer resume);

    /**
     * What the server says of a port.
     *
     * @param buffer receives a pointer to a RAS_PORT_0 or 1, by {@code level}
     */
    int MprAdminPortGetInfo(long serverHandle, int level, long port, ByteBuffer buffer);

    int MprAdminPortClearStats(long serverHandle, long port);

    /** 0 says only that the caller may ask for a reset: MS-RRASM 3.1.4.8 lets the server do nothing. */
    int MprAdminPortReset(long serverHandle, long port);

    /** 0 says that hanging up has begun. */
    int MprAdminPortDisconnect(long serverHandle, long port);

    /**
     * Lists connections from {@code resume} on; as {@link #MprAdminPortEnum}.
     *
     * @param buffer receives a pointer to an array of RAS_CONNECTION_0, 1, 2 or 3, by {@code level}
     */
    int MprAdminConnectionEnum(
            long serverHandle,
            int level,
            ByteBuffer buffer,
            int preferredMaximumLength,
            ByteBuffer entriesRead,
            ByteBuffer totalEntries,
            ByteBuffer resume);

    /**
     * What the server says of a connection.
     *
     * @param buffer receives a pointer to a RAS_CONNECTION_0, 1, 2 or 3, by {@code level}
     */
    int MprAdminConnectionGetInfo(long serverHandle, int level, long connection, ByteBuffer buffer);

    int MprAdminConnectionClearStats(long serverHandle, long connection);

    /**
     * Lists connections from {@code resume} on; as {@link #MprAdminPortEnum}.
     *
     * @param header an MPRAPI_OBJECT_HEADER that says which structure is wanted
     * @param connections receives a pointer to an array of RAS_CONNECTION_EX
     */
    int MprAdminConnectionEnumEx(
            long serverHandle,
            ByteBuffer header,
            int preferredMaximumLength,
            ByteBuffer entriesRead,
            ByteBuffer totalEntries,
            ByteBuffer connections,
            ByteBuffer resume);

    /**
     * Asks to be told of changes.
     *
     * @param event handle of an event of this process, signalled when a connection comes or goes; local server only
     */
    int MprAdminRegisterConnectionNotification(long serverHandle, long event);

    int MprAdminDeregisterConnectionNotification(long serverHandle, long event);

    /**
     * Gives memory back.
     *
     * @param buffer a pointer that one of these functions gave; not that of {@link #MprAdminGetErrorString}
     */
    int MprAdminBufferFree(long buffer);

    /**
     * The text for a code of mprerror.h or raserror.h.
     *
     * @param text receives a pointer to a NUL-terminated UTF-16 string, for {@link Kernel32#LocalFree}
     */
    int MprAdminGetErrorString(int code, ByteBuffer text);
}
