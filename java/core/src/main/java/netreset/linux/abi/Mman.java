// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <sys/mman.h>}. */
public final class Mman {
    /** Pages can't be accessed. */
    public static final int PROT_NONE = 0;

    /** Pages can be read. */
    public static final int PROT_READ = 1;

    /** Pages can be written. */
    public static final int PROT_WRITE = 2;

    /** Writes are seen by nobody else. */
    public static final int MAP_PRIVATE = 2;

    /** Zero-filled memory without a file. */
    public static final int MAP_ANONYMOUS = 0x20;

    private Mman() {}
}
