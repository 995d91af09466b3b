// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The functions every mprapi.dll has, as JNA's direct mapping binds them: when {@link JnaMprapi} says where they are.
 * Types as in {@link CFunctions}; a {@code long} is a HANDLE or pointer.
 */
@SuppressWarnings("MemberName") // C's names
final class MprapiFunctions {
    private MprapiFunctions() {}

    static native int MprAdminIsServiceRunning(@Nullable ByteBuffer server);

    static native int MprAdminServerConnect(@Nullable ByteBuffer server, @Nullable ByteBuffer serverHandle);

    static native void MprAdminServerDisconnect(long serverHandle);

    static native int MprAdminPortEnum(
            long serverHandle,
            int level,
            long connection,
            @Nullable ByteBuffer buffer,
            int preferredMaximumLength,
            @Nullable ByteBuffer entriesRead,
            @Nullable ByteBuffer totalEntries,
            @Nullable ByteBuffer resume);

    static native int MprAdminPortGetInfo(long serverHandle, int level, long port, @Nullable ByteBuffer buffer);

    static native int MprAdminPortClearStats(long serverHandle, long port);

    static native int MprAdminPortReset(long serverHandle, long port);

    static native int MprAdminPortDisconnect(long serverHandle, long port);

    static native int MprAdminConnectionEnum(
            long serverHandle,
            int level,
            @Nullable ByteBuffer buffer,
            int preferredMaximumLength,
            @Nullable ByteBuffer entriesRead,
            @Nullable ByteBuffer totalEntries,
            @Nullable ByteBuffer resume);

    static native int MprAdminConnectionGetInfo(
            long serverHandle, int level, long connection, @Nullable ByteBuffer buffer);

    static native int MprAdminConnectionClearStats(long serverHandle, long connection);

    static native int MprAdminBufferFree(long buffer);
}
