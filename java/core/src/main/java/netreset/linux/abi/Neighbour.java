// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/neighbour.h>}: attributes, states and flags of a neighbour. */
public final class Neighbour {
    /** Its address. */
    public static final int NDA_DST = 1;

    /** Its hardware address. */
    public static final int NDA_LLADDR = 2;

    /** How often and when it was used. */
    public static final int NDA_CACHEINFO = 3;

    /** u32: how often it was asked. */
    public static final int NDA_PROBES = 4;

    /** ndm_state: entered by hand, for ever. */
    public static final int NUD_PERMANENT = 0x80;

    /** ndm_flags: this machine answers for it. */
    public static final int NTF_PROXY = 0x8;

    private Neighbour() {}
}
