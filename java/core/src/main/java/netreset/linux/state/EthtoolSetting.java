// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.util.List;
import netreset.linux.abi.EthtoolNetlink;

/** Settings of a driver that are read and written by ethtool netlink, the numbers of their messages and attributes. */
public enum EthtoolSetting {
    /** Sizes of the rings of descriptors. */
    RINGS(
            "ETHTOOL_MSG_RINGS",
            EthtoolNetlink.ETHTOOL_MSG_RINGS_GET,
            EthtoolNetlink.ETHTOOL_MSG_RINGS_SET,
            EthtoolNetlink.ETHTOOL_A_RINGS_RX,
            "rx rx-mini rx-jumbo tx rx-buf-len tcp-data-split cqe-size tx-push"),

    /** Numbers of queues. */
    CHANNELS(
            "ETHTOOL_MSG_CHANNELS",
            EthtoolNetlink.ETHTOOL_MSG_CHANNELS_GET,
            EthtoolNetlink.ETHTOOL_MSG_CHANNELS_SET,
            EthtoolNetlink.ETHTOOL_A_CHANNELS_RX_COUNT,
            "rx tx other combined"),

    /** How long interrupts are put off. */
    COALESCE(
            "ETHTOOL_MSG_COALESCE",
            EthtoolNetlink.ETHTOOL_MSG_COALESCE_GET,
            EthtoolNetlink.ETHTOOL_MSG_COALESCE_SET,
            EthtoolNetlink.ETHTOOL_A_COALESCE_RX_USECS,
            "rx-usecs rx-frames rx-usecs-irq rx-frames-irq tx-usecs tx-frames tx-usecs-irq tx-frames-irq"
                    + " stats-block-usecs adaptive-rx adaptive-tx pkt-rate-low rx-usecs-low rx-frames-low tx-usecs-low"
                    + " tx-frames-low pkt-rate-high rx-usecs-high rx-frames-high tx-usecs-high tx-frames-high"
                    + " sample-interval cqe-mode-tx cqe-mode-rx");

    private final String call;
    private final int get;
    private final int set;
    private final int first;
    private final String words;

    EthtoolSetting(String call, int get, int set, int first, String words) {
        this.call = call;
        this.get = get;
        this.set = set;
        this.first = first;
        this.words = words;
    }

    String call() {
        return call;
    }

    int get() {
        return get;
    }

    int set() {
        return set;
    }

    /** Its name in facts and in text. */
    String word() {
        return switch (this) {
            case RINGS -> "rings";
            case CHANNELS -> "channels";
            case COALESCE -> "coalesce";
        };
    }

    /** The attribute that has the header; in all three it is the first. */
    int header() {
        return EthtoolNetlink.ETHTOOL_A_RINGS_HEADER;
    }

    /** Whether an attribute can be set; the others are limits, or newer than this version. */
    boolean isSettable(int attribute) {
        return attribute >= first && attribute < first + words().size();
    }

    /** What ethtool(8) calls a settable attribute. */
    String word(int attribute) {
        return words().get(attribute - first);
    }

    private List<String> words() {
        return List.of(words.split(" "));
    }
}
