// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/devlink.h>}: commands, attributes and values of the generic netlink family devlink. */
public final class Devlink {
    /** Command: describe an instance, or with NLM_F_DUMP all. */
    public static final int DEVLINK_CMD_GET = 1;

    /** Command: describe a port, or with NLM_F_DUMP all. */
    public static final int DEVLINK_CMD_PORT_GET = 5;

    /** Command: take the driver's instance down and up. */
    public static final int DEVLINK_CMD_RELOAD = 37;

    /** Command: describe a health reporter, or with NLM_F_DUMP all. */
    public static final int DEVLINK_CMD_HEALTH_REPORTER_GET = 52;

    /** Command: let a health reporter recover what it watches. */
    public static final int DEVLINK_CMD_HEALTH_REPORTER_RECOVER = 54;

    /** Bus of the device an instance belongs to; NUL-terminated. */
    public static final int DEVLINK_ATTR_BUS_NAME = 1;

    /** The device's name there; NUL-terminated. */
    public static final int DEVLINK_ATTR_DEV_NAME = 2;

    /** u32, number of a port in its instance. */
    public static final int DEVLINK_ATTR_PORT_INDEX = 3;

    /** u32, ifindex of the interface of a port. */
    public static final int DEVLINK_ATTR_PORT_NETDEV_IFINDEX = 6;

    /** Its name; NUL-terminated. */
    public static final int DEVLINK_ATTR_PORT_NETDEV_NAME = 7;

    /** Nested: a health reporter. */
    public static final int DEVLINK_ATTR_HEALTH_REPORTER = 114;

    /** Its name; NUL-terminated. */
    public static final int DEVLINK_ATTR_HEALTH_REPORTER_NAME = 115;

    /** u8, 0 if all is well. */
    public static final int DEVLINK_ATTR_HEALTH_REPORTER_STATE = 116;

    /** u64, errors it has reported. */
    public static final int DEVLINK_ATTR_HEALTH_REPORTER_ERR_COUNT = 117;

    /** u64, recoveries it has made. */
    public static final int DEVLINK_ATTR_HEALTH_REPORTER_RECOVER_COUNT = 118;

    /** u8, 1 if the last reload didn't come up. */
    public static final int DEVLINK_ATTR_RELOAD_FAILED = 136;

    /** u8, DEVLINK_RELOAD_ACTION_*. */
    public static final int DEVLINK_ATTR_RELOAD_ACTION = 153;

    /** struct nla_bitfield32: one bit for each action a reload performed. */
    public static final int DEVLINK_ATTR_RELOAD_ACTIONS_PERFORMED = 154;

    /** struct nla_bitfield32: one bit for each limit a reload is to keep. */
    public static final int DEVLINK_ATTR_RELOAD_LIMITS = 155;

    /** Nested: counters of an instance. */
    public static final int DEVLINK_ATTR_DEV_STATS = 156;

    /** Nested: how often it was reloaded. */
    public static final int DEVLINK_ATTR_RELOAD_STATS = 157;

    /** Nested: the count under one limit. */
    public static final int DEVLINK_ATTR_RELOAD_STATS_ENTRY = 158;

    /** u8, DEVLINK_RELOAD_LIMIT_*. */
    public static final int DEVLINK_ATTR_RELOAD_STATS_LIMIT = 159;

    /** u32, how often. */
    public static final int DEVLINK_ATTR_RELOAD_STATS_VALUE = 160;

    /** Nested: an action, and how often it was performed. */
    public static final int DEVLINK_ATTR_RELOAD_ACTION_INFO = 162;

    /** Nested: the counts of one action, by limit. */
    public static final int DEVLINK_ATTR_RELOAD_ACTION_STATS = 163;

    /** The driver starts anew. */
    public static final int DEVLINK_RELOAD_ACTION_DRIVER_REINIT = 1;

    /** The firmware that waits in flash is started. */
    public static final int DEVLINK_RELOAD_ACTION_FW_ACTIVATE = 2;

    /** No limit. */
    public static final int DEVLINK_RELOAD_LIMIT_UNSPEC = 0;

    /** Nothing is reset, no link goes down. */
    public static final int DEVLINK_RELOAD_LIMIT_NO_RESET = 1;

    private Devlink() {}
}
