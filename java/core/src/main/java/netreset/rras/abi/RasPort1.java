// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. Level 1 of MprAdminPortGetInfo: the counters of a port, unsigned and wrapping. dwLineSpeed is in bits per second.
 *
 * <pre>{@code
 * struct RAS_PORT_1 {
 *     HANDLE hPort;
 *     HANDLE hConnection;
 *     RAS_HARDWARE_CONDITION dwHardwareCondition;
 *     DWORD dwLineSpeed;
 *     DWORD dwBytesXmited;
 *     DWORD dwBytesRcved;
 *     DWORD dwFramesXmited;
 *     DWORD dwFramesRcved;
 *     DWORD dwCrcErr;
 *     DWORD dwTimeoutErr;
 *     DWORD dwAlignmentErr;
 *     DWORD dwHardwareOverrunErr;
 *     DWORD dwFramingErr;
 *     DWORD dwBufferOverrunErr;
 *     DWORD dwCompressionRatioIn;
 *     DWORD dwCompressionRatioOut;
 * };
 * }</pre>
 */
public final class RasPort1 {
    public static final int SIZE = 72;
    public static final int H_PORT = 0;
    public static final int H_CONNECTION = 8;
    public static final int DW_HARDWARE_CONDITION = 16;
    public static final int DW_LINE_SPEED = 20;
    public static final int DW_BYTES_XMITED = 24;
    public static final int DW_BYTES_RCVED = 28;
    public static final int DW_FRAMES_XMITED = 32;
    public static final int DW_FRAMES_RCVED = 36;
    public static final int DW_CRC_ERR = 40;
    public static final int DW_TIMEOUT_ERR = 44;
    public static final int DW_ALIGNMENT_ERR = 48;
    public static final int DW_HARDWARE_OVERRUN_ERR = 52;
    public static final int DW_FRAMING_ERR = 56;
    public static final int DW_BUFFER_OVERRUN_ERR = 60;
    public static final int DW_COMPRESSION_RATIO_IN = 64;
    public static final int DW_COMPRESSION_RATIO_OUT = 68;

    private RasPort1() {}
}
