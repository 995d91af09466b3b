// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/genetlink.h>}: how a generic netlink family's number is found. */
public final class Genetlink {
    /** nlmsg_type of the family that knows the others. */
    public static final int GENL_ID_CTRL = 16;

    /** Command: describe a family, or with NLM_F_DUMP all. */
    public static final int CTRL_CMD_GETFAMILY = 3;

    /** u16, the family's nlmsg_type. */
    public static final int CTRL_ATTR_FAMILY_ID = 1;

    /** The family's name, NUL-terminated. */
    public static final int CTRL_ATTR_FAMILY_NAME = 2;

    private Genetlink() {}
}
