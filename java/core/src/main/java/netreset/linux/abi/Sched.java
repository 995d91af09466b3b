// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <sched.h>}. */
public final class Sched {
    /** A network namespace, as the type setns expects. */
    public static final int CLONE_NEWNET = 0x40000000;

    private Sched() {}
}
