// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <fcntl.h>}: flags of open. */
public final class Fcntl {
    /** For reading. */
    public static final int O_RDONLY = 0;

    /** For writing. */
    public static final int O_WRONLY = 1;

    /** EAGAIN instead of blocking. */
    public static final int O_NONBLOCK = 0x800;

    /** Closed in a program this process executes. */
    public static final int O_CLOEXEC = 0x80000;

    private Fcntl() {}
}
