// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code <lmcons.h>}. */
public final class Lmcons {
    public static final int MAX_PREFERRED_LENGTH = -1;

    private Lmcons() {}
}
