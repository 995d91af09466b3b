// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static netreset.rras.FakePort.wide;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.rras.abi.MprapiObjectHeader;
import netreset.rras.abi.PppInfo;
import netreset.rras.abi.PppIpcpInfo;
import netreset.rras.abi.PppProjectionInfo;
import netreset.rras.abi.ProjectionInfo;
import netreset.rras.abi.RasConnection0;
import netreset.rras.abi.RasConnection1;
import netreset.rras.abi.RasConnection2;
import netreset.rras.abi.RasConnection3;
import netreset.rras.abi.RasConnectionEx;

/** A connection of a {@link FakeServer}. */
public final class FakeConnection {
    public long handle;
    public long interfaceHandle;
    public String interfaceName = "Internal";
    public String user;
    public String domain = "";
    public String computer = "";
    public String address = "";
    public String endpoint = "";
    public int type;
    public int flags;
    public int duration;
    public int[] counters = new int[12];
    public int quarantine;
    public int exSize = RasConnectionEx.SIZE;
    public int level3Size = RasConnection3.SIZE;

    public FakeConnection(long handle, String user) {
        this.handle = handle;
        this.user = user;
    }

    byte[] level0() {
        ByteBuffer row = ByteBuffer.allocate(RasConnection0.SIZE).order(ByteOrder.nativeOrder());
        row.putLong(RasConnection0.H_CONNECTION, handle).putLong(RasConnection0.H_INTERFACE, interfaceHandle);
        row.putInt(RasConnection0.DW_CONNECT_DURATION, duration);
        row.putInt(RasConnection0.DW_INTERFACE_TYPE, type).putInt(RasConnection0.DW_CONNECTION_FLAGS, flags);
        wide(row, RasConnection0.WSZ_INTERFACE_NAME, RasConnection0.WSZ_INTERFACE_NAME_LENGTH, interfaceName);
        wide(row, RasConnection0.WSZ_USER_NAME, RasConnection0.WSZ_USER_NAME_LENGTH, user);
        wide(row, RasConnection0.WSZ_LOGON_DOMAIN, RasConnection0.WSZ_LOGON_DOMAIN_LENGTH, domain);
        wide(row, RasConnection0.WSZ_REMOTE_COMPUTER, RasConnection0.WSZ_REMOTE_COMPUTER_LENGTH, computer);
        return row.array();
    }

    byte[] level1() {
        ByteBuffer row = ByteBuffer.allocate(RasConnection1.SIZE).order(ByteOrder.nativeOrder());
        row.putLong(RasConnection1.H_CONNECTION, handle).putLong(RasConnection1.H_INTERFACE, interfaceHandle);
        int ip = RasConnection1.PPP_INFO + PppInfo.IP;
        wide(row, ip + PppIpcpInfo.WSZ_REMOTE_ADDRESS, PppIpcpInfo.WSZ_REMOTE_ADDRESS_LENGTH, address);
        count(row, RasConnection1.DW_BYTES_XMITED);
        return row.array();
    }

    byte[] level3() {
        ByteBuffer row = ByteBuffer.allocate(RasConnection3.SIZE).order(ByteOrder.nativeOrder());
        row.putInt(RasConnection3.DW_VERSION, 1).putInt(RasConnection3.DW_SIZE, level3Size);
        row.putLong(RasConnection3.H_CONNECTION, handle).putInt(RasConnection3.RAS_QUAR_STATE, quarantine);
        return row.array();
    }

    byte[] level(int level) {
        return switch (level) {
            case 0 -> level0();
            case 1 -> level1();
            case 3 -> level3();
            case 2 -> new byte[RasConnection2.SIZE];
            default -> throw new AssertionError("no connection has level " + level);
        };
    }

    byte[] extended() {
        ByteBuffer row = ByteBuffer.allocate(RasConnectionEx.SIZE).order(ByteOrder.nativeOrder());
        row.putShort(MprapiObjectHeader.OBJECT_SIZE, (short) exSize);
        row.putLong(RasConnectionEx.H_CONNECTION, handle).putLong(RasConnectionEx.H_INTERFACE, interfaceHandle);
        row.putInt(RasConnectionEx.DW_CONNECT_DURATION, duration);
        row.putInt(RasConnectionEx.RAS_QUAR_STATE, quarantine);
        row.putInt(RasConnectionEx.DW_INTERFACE_TYPE, type).putInt(RasConnectionEx.DW_CONNECTION_FLAGS, flags);
        wide(row, RasConnectionEx.WSZ_INTERFACE_NAME, RasConnectionEx.WSZ_INTERFACE_NAME_LENGTH, interfaceName);
        wide(row, RasConnectionEx.WSZ_USER_NAME, RasConnectionEx.WSZ_USER_NAME_LENGTH, user);
        wide(row, RasConnectionEx.WSZ_LOGON_DOMAIN, RasConnectionEx.WSZ_LOGON_DOMAIN_LENGTH, domain);
        wide(row, RasConnectionEx.WSZ_REMOTE_COMPUTER, RasConnectionEx.WSZ_REMOTE_COMPUTER_LENGTH, computer);
        int projection = RasConnectionEx.PROJECTION_INFO + ProjectionInfo.PPP_PROJECTION_INFO;
        wide(
                row,
                projection + PppProjectionInfo.WSZ_REMOTE_ADDRESS,
                PppProjectionInfo.WSZ_REMOTE_ADDRESS_LENGTH,
                address);
        wide(
                row,
                RasConnectionEx.WSZ_REMOTE_ENDPOINT_ADDRESS,
                RasConnectionEx.WSZ_REMOTE_ENDPOINT_ADDRESS_LENGTH,
                endpoint);
        count(row, RasConnectionEx.DW_BYTES_XMITED);
        return row.array();
    }

    private void count(ByteBuffer row, int first) {
        for (int i = 0; i < counters.length; i++) {
            row.putInt(first + Integer.BYTES * i, counters[i]);
        }
    }
}
