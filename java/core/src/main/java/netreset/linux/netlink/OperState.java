// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import netreset.linux.abi.If;

/** RFC 2863 operational state of a link. */
public enum OperState {
    /** The driver doesn't say (normal for loopback and old drivers), or a number this version doesn't know. */
    UNKNOWN,
    /** The hardware is not there. */
    NOT_PRESENT,
    /** Can't transfer data. */
    DOWN,
    /** The link below is down. */
    LOWER_LAYER_DOWN,
    /** In a test mode. */
    TESTING,
    /** Waits for something above it, such as 802.1X. */
    DORMANT,
    /** Can transfer data. */
    UP;

    /**
     * The state of a number.
     *
     * @param number {@code IF_OPER_*}; any other is {@link #UNKNOWN}
     */
    public static OperState of(int number) {
        return switch (number) {
            case If.IF_OPER_NOTPRESENT -> NOT_PRESENT;
            case If.IF_OPER_DOWN -> DOWN;
            case If.IF_OPER_LOWERLAYERDOWN -> LOWER_LAYER_DOWN;
            case If.IF_OPER_TESTING -> TESTING;
            case If.IF_OPER_DORMANT -> DORMANT;
            case If.IF_OPER_UP -> UP;
            default -> UNKNOWN;
        };
    }
}
