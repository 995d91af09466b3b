// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/ethtool.h>}; the strings are NUL-terminated unless they fill their array.
 *
 * <pre>{@code
 * struct ethtool_drvinfo {
 *     __u32 cmd;
 *     char  driver[32];
 *     char  version[32];
 *     char  fw_version[ETHTOOL_FWVERS_LEN];
 *     char  bus_info[ETHTOOL_BUSINFO_LEN];
 *     char  erom_version[ETHTOOL_EROMVERS_LEN];
 *     char  reserved2[12];
 *     __u32 n_priv_flags;
 *     __u32 n_stats;
 *     __u32 testinfo_len;
 *     __u32 eedump_len;
 *     __u32 regdump_len;
 * };
 * }</pre>
 */
public final class EthtoolDrvinfo {
    public static final int SIZE = 196;
    public static final int CMD = 0;
    public static final int DRIVER = 4;
    public static final int DRIVER_LENGTH = 32;
    public static final int VERSION = 36;
    public static final int VERSION_LENGTH = 32;
    public static final int FW_VERSION = 68;
    public static final int FW_VERSION_LENGTH = 32;
    public static final int BUS_INFO = 100;
    public static final int BUS_INFO_LENGTH = 32;

    private EthtoolDrvinfo() {}
}
