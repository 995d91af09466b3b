// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static netreset.linux.abi.Ethtool.ETH_RESET_ALL;
import static netreset.linux.abi.Ethtool.ETH_RESET_AP;
import static netreset.linux.abi.Ethtool.ETH_RESET_DEDICATED;
import static netreset.linux.abi.Ethtool.ETH_RESET_DMA;
import static netreset.linux.abi.Ethtool.ETH_RESET_FILTER;
import static netreset.linux.abi.Ethtool.ETH_RESET_IRQ;
import static netreset.linux.abi.Ethtool.ETH_RESET_MAC;
import static netreset.linux.abi.Ethtool.ETH_RESET_MGMT;
import static netreset.linux.abi.Ethtool.ETH_RESET_OFFLOAD;
import static netreset.linux.abi.Ethtool.ETH_RESET_PHY;
import static netreset.linux.abi.Ethtool.ETH_RESET_RAM;
import static netreset.linux.abi.Ethtool.ETH_RESET_SHARED_SHIFT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import netreset.ResetMask;

/** The components of a NIC: ethtool's words for them, and the kernel's bits (include/uapi/linux/ethtool.h). */
final class ResetFlags {
    private static final String SHARED = "-shared";
    private static final Map<String, Integer> WORDS = words();

    /** The bits that name a component; the 14 others never do. */
    static final int NAMED = WORDS.values().stream().reduce(0, (a, b) -> a | b);

    /** The half of the bits that reaches beyond this interface. */
    static final int SHARED_HALF = 0xffff << ETH_RESET_SHARED_SHIFT;

    /** Components whose reset interrupts the carrier of a link that had one: MAC and PHY, dedicated or shared. */
    static final int CARRIER_AFFECTING = bothHalves(ETH_RESET_MAC | ETH_RESET_PHY);

    private ResetFlags() {}

    /** The bits of a word, such as {@code mac}, {@code phy-shared}, {@code dedicated} or {@code all}. */
    static OptionalInt bits(String word) {
        return switch (word) {
            case "all" -> OptionalInt.of(ETH_RESET_ALL);
            case "dedicated" -> OptionalInt.of(ETH_RESET_DEDICATED);
            default -> WORDS.containsKey(word) ? OptionalInt.of(WORDS.get(word)) : OptionalInt.empty();
        };
    }

    /** The words for some bits; bits without a word come last, as one hexadecimal number. */
    static ResetMask mask(int bits) {
        if (bits == ETH_RESET_ALL) {
            return new ResetMask(bits, List.of("all"));
        }
        if (bits == ETH_RESET_DEDICATED) {
            return new ResetMask(bits, List.of("dedicated"));
        }
        List<String> words = new ArrayList<>();
        WORDS.forEach((word, bit) -> {
            if ((bits & bit) != 0) {
                words.add(word);
            }
        });
        int unnamed = bits & ~NAMED;
        if (unnamed != 0) {
            words.add("0x" + Integer.toHexString(unnamed));
        }
        return new ResetMask(bits, words);
    }

    /** Every word there is, for messages. */
    static String vocabulary() {
        List<String> words = new ArrayList<>(WORDS.keySet());
        words.removeIf(word -> word.endsWith(SHARED));
        return String.join(" ", words) + " (each also with -shared), dedicated, all";
    }

    private static int bothHalves(int dedicated) {
        return dedicated | dedicated << ETH_RESET_SHARED_SHIFT;
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> dedicated = new LinkedHashMap<>();
        dedicated.put("mgmt", ETH_RESET_MGMT);
        dedicated.put("irq", ETH_RESET_IRQ);
        dedicated.put("dma", ETH_RESET_DMA);
        dedicated.put("filter", ETH_RESET_FILTER);
        dedicated.put("offload", ETH_RESET_OFFLOAD);
        dedicated.put("mac", ETH_RESET_MAC);
        dedicated.put("phy", ETH_RESET_PHY);
        dedicated.put("ram", ETH_RESET_RAM);
        dedicated.put("ap", ETH_RESET_AP);
        Map<String, Integer> all = new LinkedHashMap<>(dedicated);
        dedicated.forEach((word, bit) -> all.put(word + SHARED, bit << ETH_RESET_SHARED_SHIFT));
        return all;
    }
}
