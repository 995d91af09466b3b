// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <unistd.h>}. */
public final class Unistd {
    /** lseek: from the end on. */
    public static final int SEEK_END = 2;

    private Unistd() {}
}
