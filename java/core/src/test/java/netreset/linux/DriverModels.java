// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static netreset.linux.abi.Ethtool.ETH_RESET_ALL;
import static netreset.linux.abi.Ethtool.ETH_RESET_DEDICATED;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import netreset.linux.abi.Errno;

/**
 * What the reset operations of Linux 6.12's drivers (and later ones where noted) do with a mask, read from their sources
 * under drivers/net/ethernet. Independent of the recipes, to check them by.
 */
final class DriverModels {
    /** By the name in ETHTOOL_GDRVINFO; the two kinds of sfc by their chips. */
    static final Map<String, IntFunction<Effect>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("bnxt_en", DriverModels::bnxt),
            Map.entry("hns3", DriverModels::hns3),
            Map.entry("hns3 virtual function", DriverModels::hns3Vf),
            Map.entry("sfc", DriverModels::sfcEf10),
            Map.entry("sfc EF100", DriverModels::sfcEf100),
            Map.entry("sfc_siena", DriverModels::sfcSiena),
            Map.entry("sfc_falcon", DriverModels::sfcFalcon),
            Map.entry("mlxsw_spectrum", DriverModels::mlxsw),
            Map.entry("mlxsw_minimal", DriverModels::mlxsw),
            Map.entry("gve", DriverModels::gve),
            Map.entry("ice", DriverModels::ice),
            Map.entry("hibmcge", DriverModels::hibmcge)));

    private DriverModels() {}

    /**
     * What came of it.
     *
     * @param result 0 or {@code -errno}
     * @param remaining the bits returned
     * @param what {@code function}, {@code port}, {@code chip}, {@code transceiver}, {@code disabled} or {@code nothing}
     */
    record Effect(int result, int remaining, String what) {}

    private static Effect did(String what, int remaining) {
        return new Effect(0, remaining, what);
    }

    private static Effect refused(int errno) {
        return new Effect(-errno, 0, "nothing");
    }

    private static boolean has(int flags, int all) {
        return (flags & all) == all;
    }

    /** broadcom/bnxt/bnxt_ethtool.c, bnxt_reset, on a chip of generation P5 or later. */
    private static Effect bnxt(int flags) {
        int chip = 0x00ff0000;
        if (flags == 0) {
            return refused(Errno.EINVAL);
        }
        return has(flags, chip) ? did("chip", flags & ~chip) : did("nothing", flags);
    }

    /** hisilicon/hns3/hns3_ethtool.c, hns3_set_reset. */
    private static Effect hns3(int flags) {
        return switch (flags) {
            case 1 -> did("management processor", 0);
            case ETH_RESET_ALL -> did("chip", 0);
            case ETH_RESET_DEDICATED -> did("function", 0);
            default -> refused(Errno.EOPNOTSUPP);
        };
    }

    private static Effect hns3Vf(int flags) {
        return flags == ETH_RESET_DEDICATED ? did("function", 0) : refused(Errno.EOPNOTSUPP);
    }

    /** sfc/ef10.c, efx_ef10_map_reset_flags. */
    private static Effect sfcEf10(int flags) {
        int world = 0x007d0000;
        int port = 0x00600000;
        if (has(flags, world)) {
            return did("chip", flags & ~world);
        }
        return has(flags, port) ? did("port", flags & ~port) : refused(Errno.EINVAL);
    }

    /** sfc/ef100_nic.c, ef100_map_reset_flags. */
    private static Effect sfcEf100(int flags) {
        if ((flags & 0x00600000) != 0) {
            return did("function", flags & ~0x00600000);
        }
        return (flags & 1) != 0 ? did("disabled", flags & ~1) : refused(Errno.EINVAL);
    }

    /** sfc/siena/siena.c, siena_map_reset_flags. */
    private static Effect sfcSiena(int flags) {
        if (has(flags, 0x1007c)) {
            return did("chip", flags & ~0x1007c);
        }
        return has(flags, 0x7c) ? did("port", flags & ~0x7c) : refused(Errno.EINVAL);
    }

    /** sfc/falcon/falcon.c, falcon_map_reset_flags. */
    private static Effect sfcFalcon(int flags) {
        if (has(flags, 0x7e)) {
            return did("chip", flags & ~0x7e);
        } else if (has(flags, 0x7c)) {
            return did("function", flags & ~0x7c);
        }
        return has(flags, 0x3c) ? did("invisible", flags & ~0x3c) : refused(Errno.EINVAL);
    }

    /** mellanox/mlxsw/core_env.c, mlxsw_env_reset_module, with the ports down and the module not shared. */
    private static Effect mlxsw(int flags) {
        int phy = 0x00400040;
        return (flags & phy) != 0 ? did("transceiver", flags & ~phy) : did("nothing", flags);
    }

    /** google/gve/gve_ethtool.c, gve_user_reset. */
    private static Effect gve(int flags) {
        return flags == ETH_RESET_ALL ? did("function", 0) : refused(Errno.EOPNOTSUPP);
    }

    /** intel/ice/ice_ethtool.c, ice_ethtool_reset; later than 6.12. */
    private static Effect ice(int flags) {
        return switch (flags) {
            case 0x0000001e -> did("function", 0);
            case 0x009e0000 -> did("core", 0);
            case 0x00fe0000 -> did("chip", 0);
            default -> refused(Errno.EOPNOTSUPP);
        };
    }

    /** hisilicon/hibmcge/hbg_ethtool.c, hbg_ethtool_reset, while the port is down; later than 6.12. */
    private static Effect hibmcge(int flags) {
        return flags == ETH_RESET_DEDICATED ? did("function", 0) : refused(Errno.EOPNOTSUPP);
    }
}
