// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static netreset.linux.abi.Ethtool.ETH_RESET_ALL;
import static netreset.linux.abi.Ethtool.ETH_RESET_DEDICATED;
import static netreset.linux.abi.Ethtool.ETH_RESET_MGMT;
import static netreset.linux.abi.Ethtool.ETH_RESET_PHY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one driver's reset understands. No mask suits every driver: the table was read from the drivers of Linux 6.12
 * (drivers/net/ethernet, each {@code struct ethtool_ops} with {@code .reset}), and for ice and hibmcge from later ones.
 *
 * @param driver the driver's name by ETHTOOL_GDRVINFO
 * @param minimal the least it can reset; 0 if there is none
 * @param function what resets this function and nothing else; 0 if there is none
 * @param chip what resets the whole chip; 0 if there is none
 * @param mayStartAfter how long after the call's return the reset may begin; zero if the call does it all
 * @param note what a person should know; empty if nothing
 */
record DriverRecipe(String driver, int minimal, int function, int chip, Duration mayStartAfter, String note) {
    /** The words a recipe translates. */
    static final List<String> WORDS = List.of("minimal", "function", "chip");

    /** For a driver that nobody has read: it may do anything, but seldom later than this. */
    static final Duration UNKNOWN_MAY_START_AFTER = Duration.ofSeconds(2);

    /** MAC and PHY of the port, shared half. */
    private static final int PORT = 0x00600000;

    private static final Map<String, DriverRecipe> TABLE = Stream.of(
                    of("bnxt_en", 0x00ff0000, 0, 0x00ff0000, 5, "resets every function on the chip"),
                    of(
                            "hns3",
                            ETH_RESET_DEDICATED,
                            ETH_RESET_DEDICATED,
                            ETH_RESET_ALL,
                            12,
                            "begins later if the last reset was less than 10 s ago; a virtual function has no chip reset"),
                    of("sfc", PORT, PORT, 0x007d0000, 0, "EF10: interrupts every function on the port"),
                    of("sfc_siena", 0x0000007c, 0x0000007c, 0x0001007c, 0, ""),
                    of("sfc_falcon", 0x0000003c, 0x0000007c, 0x0000007e, 0, ""),
                    of(
                            "mlxsw_spectrum",
                            ETH_RESET_PHY,
                            0,
                            0,
                            0,
                            "resets the pluggable transceiver only, and only while its ports are down"),
                    of(
                            "mlxsw_minimal",
                            ETH_RESET_PHY,
                            0,
                            0,
                            0,
                            "resets the pluggable transceiver only, and only while its ports are down"),
                    of("gve", ETH_RESET_ALL, ETH_RESET_ALL, 0, 0, ""),
                    of("ice", 0x0000001e, 0x0000001e, 0x00fe0000, 5, "only schedules the reset"),
                    of(
                            "hibmcge",
                            ETH_RESET_DEDICATED,
                            ETH_RESET_DEDICATED,
                            0,
                            2,
                            "only while the interface is switched off"))
            .collect(Collectors.toUnmodifiableMap(DriverRecipe::driver, Function.identity()));

    private static DriverRecipe of(
            String driver, int minimal, int function, int chip, int mayStartAfterSeconds, String note) {
        return new DriverRecipe(driver, minimal, function, chip, Duration.ofSeconds(mayStartAfterSeconds), note);
    }

    /** The recipe of a driver; {@code null} if the table has none. */
    static @Nullable DriverRecipe of(@Nullable String driver) {
        return driver == null ? null : TABLE.get(driver);
    }

    /** Every recipe, in no order. */
    static Iterable<DriverRecipe> all() {
        return TABLE.values();
    }

    /**
     * The mask that one of the words {@code minimal}, {@code function}, {@code chip} means for this driver.
     *
     * @return empty if the driver has no such reset
     */
    OptionalInt bits(String word) {
        int bits = switch (word) {
            case "minimal" -> minimal;
            case "function" -> function;
            case "chip" -> chip;
            default -> 0;
        };
        return bits == 0 ? OptionalInt.empty() : OptionalInt.of(bits);
    }

    /** What it can do, for messages. */
    String offers() {
        StringBuilder offers = new StringBuilder();
        for (String word : WORDS) {
            bits(word)
                    .ifPresent(mask -> offers.append(offers.length() == 0 ? "" : ", ")
                            .append(word)
                            .append(' ')
                            .append(ResetFlags.mask(mask).hex()));
        }
        return note.isEmpty() ? offers.toString() : offers + " (" + note + ")";
    }

    /**
     * Whether these bits are known to leave a NIC of this driver switched off. EF100 NICs, whose driver also calls itself
     * sfc, take MGMT without the port's MAC or PHY as "disable" (drivers/net/ethernet/sfc/ef100_nic.c).
     */
    static boolean disablesDevice(@Nullable String driver, int bits) {
        return "sfc".equals(driver) && (bits & ETH_RESET_MGMT) != 0 && (bits & PORT) == 0;
    }
}
