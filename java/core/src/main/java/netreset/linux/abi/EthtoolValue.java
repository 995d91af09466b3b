// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <linux/ethtool.h>}.
 *
 * <pre>{@code
 * struct ethtool_value {
 *     __u32 cmd;
 *     __u32 data;
 * };
 * }</pre>
 */
public final class EthtoolValue {
    public static final int SIZE = 8;
    public static final int CMD = 0;
    public static final int DATA = 4;

    private EthtoolValue() {}
}
