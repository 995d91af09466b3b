// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.WideStrings;
import netreset.rras.abi.MprapiObjectHeader;
import netreset.rras.abi.PppInfo;
import netreset.rras.abi.PppIpcpInfo;
import netreset.rras.abi.PppProjectionInfo;
import netreset.rras.abi.ProjectionInfo;
import netreset.rras.abi.RasConnection0;
import netreset.rras.abi.RasConnection1;
import netreset.rras.abi.RasConnection3;
import netreset.rras.abi.RasConnectionEx;
import netreset.rras.abi.RasPort0;
import netreset.rras.abi.RasPort1;
import org.jspecify.annotations.Nullable;

/** Makes objects of the structures of mprapi.h: everything is copied, the memory isn't kept. */
final class Rows {
    private Rows() {}

    static RasPort port(ByteBuffer row) {
        int condition = row.getInt(RasPort0.DW_PORT_CONDITION);
        return new RasPort(
                row.getLong(RasPort0.H_PORT),
                row.getLong(RasPort0.H_CONNECTION),
                WideStrings.read(row, RasPort0.WSZ_PORT_NAME, RasPort0.WSZ_PORT_NAME_LENGTH),
                WideStrings.read(row, RasPort0.WSZ_MEDIA_NAME, RasPort0.WSZ_MEDIA_NAME_LENGTH),
                WideStrings.read(row, RasPort0.WSZ_DEVICE_NAME, RasPort0.WSZ_DEVICE_NAME_LENGTH),
                WideStrings.read(row, RasPort0.WSZ_DEVICE_TYPE, RasPort0.WSZ_DEVICE_TYPE_LENGTH),
                PortCondition.of(condition),
                Integer.toUnsignedLong(condition),
                dword(row, RasPort0.DW_TOTAL_NUMBER_OF_CALLS),
                dword(row, RasPort0.DW_CONNECT_DURATION),
                null);
    }

    static PortDetail detail(ByteBuffer row) {
        int hardware = row.getInt(RasPort1.DW_HARDWARE_CONDITION);
        return new PortDetail(
                row.getLong(RasPort1.H_PORT),
                row.getLong(RasPort1.H_CONNECTION),
                HardwareCondition.of(hardware),
                Integer.toUnsignedLong(hardware),
                dword(row, RasPort1.DW_LINE_SPEED),
                counters(row, RasPort1.DW_BYTES_XMITED));
    }

    static RasConnection connection(ByteBuffer row) {
        int type = row.getInt(RasConnection0.DW_INTERFACE_TYPE);
        return new RasConnection(
                row.getLong(RasConnection0.H_CONNECTION),
                row.getLong(RasConnection0.H_INTERFACE),
                WideStrings.read(row, RasConnection0.WSZ_INTERFACE_NAME, RasConnection0.WSZ_INTERFACE_NAME_LENGTH),
                WideStrings.read(row, RasConnection0.WSZ_USER_NAME, RasConnection0.WSZ_USER_NAME_LENGTH),
                WideStrings.read(row, RasConnection0.WSZ_LOGON_DOMAIN, RasConnection0.WSZ_LOGON_DOMAIN_LENGTH),
                WideStrings.read(row, RasConnection0.WSZ_REMOTE_COMPUTER, RasConnection0.WSZ_REMOTE_COMPUTER_LENGTH),
                InterfaceType.of(type),
                Integer.toUnsignedLong(type),
                row.getInt(RasConnection0.DW_CONNECTION_FLAGS),
                dword(row, RasConnection0.DW_CONNECT_DURATION),
                null,
                null,
                null,
                null);
    }

    /** What level 1 adds to a connection of level 0. */
    record Traffic(
            long connection, Counters counters, @Nullable String clientAddress) {}

    static Traffic traffic(ByteBuffer row) {
        int address = RasConnection1.PPP_INFO + PppInfo.IP + PppIpcpInfo.WSZ_REMOTE_ADDRESS;
        return new Traffic(
                row.getLong(RasConnection1.H_CONNECTION),
                counters(row, RasConnection1.DW_BYTES_XMITED),
                nonEmpty(WideStrings.read(row, address, PppIpcpInfo.WSZ_REMOTE_ADDRESS_LENGTH)));
    }

    /** What level 3 adds. */
    record Standing(long connection, Quarantine quarantine) {}

    static Standing standing(ByteBuffer row) throws ResetException {
        checkSize(row.getInt(RasConnection3.DW_SIZE), RasConnection3.SIZE);
        return new Standing(
                row.getLong(RasConnection3.H_CONNECTION), Quarantine.of(row.getInt(RasConnection3.RAS_QUAR_STATE)));
    }

    /** Of a structure that says its own; 0 if it doesn't. */
    private static void checkSize(int size, int expected) throws ResetException {
        if (size != 0 && size != expected) {
            throw new ResetException(
                    Reason.UNSUPPORTED,
                    "the server lists connections of " + Integer.toUnsignedString(size) + " bytes each");
        }
    }

    static RasConnection connectionEx(ByteBuffer row) throws ResetException {
        checkSize(
                Short.toUnsignedInt(row.getShort(RasConnectionEx.HEADER + MprapiObjectHeader.OBJECT_SIZE)),
                RasConnectionEx.SIZE);
        int type = row.getInt(RasConnectionEx.DW_INTERFACE_TYPE);
        // Both members of the union have the client's address at the same place.
        int address = RasConnectionEx.PROJECTION_INFO
                + ProjectionInfo.PPP_PROJECTION_INFO
                + PppProjectionInfo.WSZ_REMOTE_ADDRESS;
        return new RasConnection(
                row.getLong(RasConnectionEx.H_CONNECTION),
                row.getLong(RasConnectionEx.H_INTERFACE),
                WideStrings.read(row, RasConnectionEx.WSZ_INTERFACE_NAME, RasConnectionEx.WSZ_INTERFACE_NAME_LENGTH),
                WideStrings.read(row, RasConnectionEx.WSZ_USER_NAME, RasConnectionEx.WSZ_USER_NAME_LENGTH),
                WideStrings.read(row, RasConnectionEx.WSZ_LOGON_DOMAIN, RasConnectionEx.WSZ_LOGON_DOMAIN_LENGTH),
                WideStrings.read(row, RasConnectionEx.WSZ_REMOTE_COMPUTER, RasConnectionEx.WSZ_REMOTE_COMPUTER_LENGTH),
                InterfaceType.of(type),
                Integer.toUnsignedLong(type),
                row.getInt(RasConnectionEx.DW_CONNECTION_FLAGS),
                dword(row, RasConnectionEx.DW_CONNECT_DURATION),
                counters(row, RasConnectionEx.DW_BYTES_XMITED),
                nonEmpty(WideStrings.read(row, address, PppProjectionInfo.WSZ_REMOTE_ADDRESS_LENGTH)),
                nonEmpty(WideStrings.read(
                        row,
                        RasConnectionEx.WSZ_REMOTE_ENDPOINT_ADDRESS,
                        RasConnectionEx.WSZ_REMOTE_ENDPOINT_ADDRESS_LENGTH)),
                Quarantine.of(row.getInt(RasConnectionEx.RAS_QUAR_STATE)));
    }

    static long dword(ByteBuffer row, int offset) {
        return Integer.toUnsignedLong(row.getInt(offset));
    }

    /** The twelve DWORDs that follow one another, in this order, in each structure that has them. */
    private static Counters counters(ByteBuffer row, int first) {
        return new Counters(
                dword(row, first),
                dword(row, first + 4),
                dword(row, first + 8),
                dword(row, first + 12),
                dword(row, first + 16),
                dword(row, first + 20),
                dword(row, first + 24),
                dword(row, first + 28),
                dword(row, first + 32),
                dword(row, first + 36),
                dword(row, first + 40),
                dword(row, first + 44));
    }

    private static @Nullable String nonEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
