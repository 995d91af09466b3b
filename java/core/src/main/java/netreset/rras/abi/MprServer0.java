// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. Level 0 of MprAdminServerGetInfo. dwUpTime is in seconds.
 *
 * <pre>{@code
 * struct MPR_SERVER_0 {
 *     BOOL fLanOnlyMode;
 *     DWORD dwUpTime;
 *     DWORD dwTotalPorts;
 *     DWORD dwPortsInUse;
 * };
 * }</pre>
 */
public final class MprServer0 {
    public static final int SIZE = 16;
    public static final int F_LAN_ONLY_MODE = 0;
    public static final int DW_UP_TIME = 4;
    public static final int DW_TOTAL_PORTS = 8;
    public static final int DW_PORTS_IN_USE = 12;

    private MprServer0() {}
}
