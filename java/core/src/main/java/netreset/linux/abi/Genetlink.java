// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/genetlink.h>}: how generic netlink families are found. */
public final class Genetlink {
    /** nlmsg_type of the family that knows the others. */
    public static final int GENL_ID_CTRL = 16;

    /** Asks for a family. */
    public static final int CTRL_CMD_GETFAMILY = 3;

    /** u16: nlmsg_type of the family. */
    public static final int CTRL_ATTR_FAMILY_ID = 1;

    /** Its name. */
    public static final int CTRL_ATTR_FAMILY_NAME = 2;

    private Genetlink() {}
}
