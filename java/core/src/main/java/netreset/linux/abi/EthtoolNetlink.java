// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/ethtool_netlink.h>}: the family {@code ethtool}. */
public final class EthtoolNetlink {
    /** Its version. */
    public static final int ETHTOOL_GENL_VERSION = 1;

    /** In a header: u32 ifindex. */
    public static final int ETHTOOL_A_HEADER_DEV_INDEX = 1;

    /** Asks for ring sizes. */
    public static final int ETHTOOL_MSG_RINGS_GET = 15;

    /** Sets ring sizes. */
    public static final int ETHTOOL_MSG_RINGS_SET = 16;

    /** Asks for numbers of queues. */
    public static final int ETHTOOL_MSG_CHANNELS_GET = 17;

    /** Sets numbers of queues. */
    public static final int ETHTOOL_MSG_CHANNELS_SET = 18;

    /** Asks how interrupts are put off. */
    public static final int ETHTOOL_MSG_COALESCE_GET = 19;

    /** Sets how interrupts are put off. */
    public static final int ETHTOOL_MSG_COALESCE_SET = 20;

    /** Nested ETHTOOL_A_HEADER_*. */
    public static final int ETHTOOL_A_RINGS_HEADER = 1;

    /** u32, the first that can be set. */
    public static final int ETHTOOL_A_RINGS_RX = 6;

    /** u32. */
    public static final int ETHTOOL_A_RINGS_RX_MINI = 7;

    /** u32. */
    public static final int ETHTOOL_A_RINGS_RX_JUMBO = 8;

    /** u32. */
    public static final int ETHTOOL_A_RINGS_TX = 9;

    /** u8, the last that can be set. */
    public static final int ETHTOOL_A_RINGS_TX_PUSH = 13;

    /** Nested ETHTOOL_A_HEADER_*. */
    public static final int ETHTOOL_A_CHANNELS_HEADER = 1;

    /** u32, the first that can be set. */
    public static final int ETHTOOL_A_CHANNELS_RX_COUNT = 6;

    /** u32. */
    public static final int ETHTOOL_A_CHANNELS_TX_COUNT = 7;

    /** u32, the last that can be set. */
    public static final int ETHTOOL_A_CHANNELS_COMBINED_COUNT = 9;

    /** Nested ETHTOOL_A_HEADER_*. */
    public static final int ETHTOOL_A_COALESCE_HEADER = 1;

    /** u32, the first that can be set. */
    public static final int ETHTOOL_A_COALESCE_RX_USECS = 2;

    /** u32. */
    public static final int ETHTOOL_A_COALESCE_RX_MAX_FRAMES = 3;

    /** u8, the last that can be set. */
    public static final int ETHTOOL_A_COALESCE_USE_CQE_MODE_RX = 25;

    private EthtoolNetlink() {}
}
