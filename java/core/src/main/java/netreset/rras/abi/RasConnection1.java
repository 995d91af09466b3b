// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. Level 1 of MprAdminConnectionEnum: addresses and counters, unsigned and wrapping.
 *
 * <pre>{@code
 * struct RAS_CONNECTION_1 {
 *     HANDLE hConnection;
 *     HANDLE hInterface;
 *     PPP_INFO PppInfo;
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
public final class RasConnection1 {
    public static final int SIZE = 296;
    public static final int H_CONNECTION = 0;
    public static final int H_INTERFACE = 8;
    public static final int PPP_INFO = 16;
    public static final int DW_BYTES_XMITED = 248;
    public static final int DW_BYTES_RCVED = 252;
    public static final int DW_FRAMES_XMITED = 256;
    public static final int DW_FRAMES_RCVED = 260;
    public static final int DW_CRC_ERR = 264;
    public static final int DW_TIMEOUT_ERR = 268;
    public static final int DW_ALIGNMENT_ERR = 272;
    public static final int DW_HARDWARE_OVERRUN_ERR = 276;
    public static final int DW_FRAMING_ERR = 280;
    public static final int DW_BUFFER_OVERRUN_ERR = 284;
    public static final int DW_COMPRESSION_RATIO_IN = 288;
    public static final int DW_COMPRESSION_RATIO_OUT = 292;

    private RasConnection1() {}
}
