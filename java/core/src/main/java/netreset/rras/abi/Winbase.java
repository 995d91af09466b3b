// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code <winbase.h>} and the headers it includes. */
public final class Winbase {
    public static final int WAIT_OBJECT_0 = 0;
    public static final int FORMAT_MESSAGE_ALLOCATE_BUFFER = 256;
    public static final int FORMAT_MESSAGE_IGNORE_INSERTS = 512;
    public static final int FORMAT_MESSAGE_FROM_HMODULE = 2048;
    public static final int FORMAT_MESSAGE_FROM_SYSTEM = 4096;
    public static final int INFINITE = -1;
    public static final int WAIT_FAILED = -1;

    private Winbase() {}
}
