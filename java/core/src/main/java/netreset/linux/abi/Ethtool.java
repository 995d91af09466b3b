// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/ethtool.h>}: commands of {@link Sockios#SIOCETHTOOL} and the components a reset can name. */
public final class Ethtool {
    /** Driver information; {@link EthtoolDrvinfo}. */
    public static final int ETHTOOL_GDRVINFO = 0x3;

    /** Restart autonegotiation. */
    public static final int ETHTOOL_NWAY_RST = 0x9;

    /** Whether the link is up; {@link EthtoolValue}. */
    public static final int ETHTOOL_GLINK = 0xa;

    /** Reset the components whose bits are set; bits still set afterwards were not reset; {@link EthtoolValue}. */
    public static final int ETHTOOL_RESET = 0x34;

    // enum ethtool_reset_flags. The field that carries them is a __u32: widen with Integer.toUnsignedLong.

    /** Management processor. */
    public static final int ETH_RESET_MGMT = 1;

    /** Interrupt requester. */
    public static final int ETH_RESET_IRQ = 1 << 1;

    /** DMA engine. */
    public static final int ETH_RESET_DMA = 1 << 2;

    /** Filtering and flow direction. */
    public static final int ETH_RESET_FILTER = 1 << 3;

    /** Protocol offload. */
    public static final int ETH_RESET_OFFLOAD = 1 << 4;

    /** Media access controller. */
    public static final int ETH_RESET_MAC = 1 << 5;

    /** Transceiver. */
    public static final int ETH_RESET_PHY = 1 << 6;

    /** Memory shared between components. */
    public static final int ETH_RESET_RAM = 1 << 7;

    /** Application processor (Linux 4.16 and later). */
    public static final int ETH_RESET_AP = 1 << 8;

    /** All components dedicated to this interface: the low 16 bits, of which only nine name one. */
    public static final int ETH_RESET_DEDICATED = 0x0000ffff;

    /** All components, shared with other interfaces or not: 32 one bits, which as a Java int is -1. */
    public static final int ETH_RESET_ALL = 0xffffffff;

    /** A component's bit shifted left by this names what it shares with other interfaces. */
    public static final int ETH_RESET_SHARED_SHIFT = 16;

    private Ethtool() {}
}
