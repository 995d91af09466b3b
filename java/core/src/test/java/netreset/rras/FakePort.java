// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.rras.abi.RasPort0;
import netreset.rras.abi.RasPort1;
import netreset.rras.abi.RasPortCondition;

/** A port of a {@link FakeServer}. */
public final class FakePort {
    public long handle;
    public long connection;
    public int condition = RasPortCondition.RAS_PORT_LISTENING;
    public int calls;
    public int duration;
    public String name;
    public String media = "rastapi";
    public String device = "WAN Miniport (IKEv2)";
    public String type = "vpn";
    public int hardware;
    public int speed;
    public int[] counters = new int[12];

    public FakePort(long handle, String name) {
        this.handle = handle;
        this.name = name;
    }

    byte[] level0() {
        ByteBuffer row = ByteBuffer.allocate(RasPort0.SIZE).order(ByteOrder.nativeOrder());
        row.putLong(RasPort0.H_PORT, handle).putLong(RasPort0.H_CONNECTION, connection);
        row.putInt(RasPort0.DW_PORT_CONDITION, condition);
        row.putInt(RasPort0.DW_TOTAL_NUMBER_OF_CALLS, calls).putInt(RasPort0.DW_CONNECT_DURATION, duration);
        wide(row, RasPort0.WSZ_PORT_NAME, RasPort0.WSZ_PORT_NAME_LENGTH, name);
        wide(row, RasPort0.WSZ_MEDIA_NAME, RasPort0.WSZ_MEDIA_NAME_LENGTH, media);
        wide(row, RasPort0.WSZ_DEVICE_NAME, RasPort0.WSZ_DEVICE_NAME_LENGTH, device);
        wide(row, RasPort0.WSZ_DEVICE_TYPE, RasPort0.WSZ_DEVICE_TYPE_LENGTH, type);
        return row.array();
    }

    byte[] level1() {
        ByteBuffer row = ByteBuffer.allocate(RasPort1.SIZE).order(ByteOrder.nativeOrder());
        row.putLong(RasPort1.H_PORT, handle).putLong(RasPort1.H_CONNECTION, connection);
        row.putInt(RasPort1.DW_HARDWARE_CONDITION, hardware).putInt(RasPort1.DW_LINE_SPEED, speed);
        for (int i = 0; i < counters.length; i++) {
            row.putInt(RasPort1.DW_BYTES_XMITED + Integer.BYTES * i, counters[i]);
        }
        return row.array();
    }

    /** As a careless server writes it: without a NUL if it fills the array. */
    static void wide(ByteBuffer row, int offset, int length, String text) {
        for (int i = 0; i < text.length() && Character.BYTES * i < length; i++) {
            row.putChar(offset + Character.BYTES * i, text.charAt(i));
        }
    }
}
