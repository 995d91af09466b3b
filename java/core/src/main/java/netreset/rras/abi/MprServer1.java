// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. Level 1 of MprAdminServerGetInfo, since Windows Server 2003.
 *
 * <pre>{@code
 * struct MPR_SERVER_1 {
 *     DWORD dwNumPptpPorts;
 *     DWORD dwPptpPortFlags;
 *     DWORD dwNumL2tpPorts;
 *     DWORD dwL2tpPortFlags;
 * };
 * }</pre>
 */
public final class MprServer1 {
    public static final int SIZE = 16;
    public static final int DW_NUM_PPTP_PORTS = 0;
    public static final int DW_PPTP_PORT_FLAGS = 4;
    public static final int DW_NUM_L2TP_PORTS = 8;
    public static final int DW_L2TP_PORT_FLAGS = 12;

    private MprServer1() {}
}
