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

    /** ndm_state: asked for, and not answered yet. */
    public static final int NUD_INCOMPLETE = 0x1;

    /** ndm_state: has answered lately. */
    public static final int NUD_REACHABLE = 0x2;

    /** ndm_state: has answered at some time. */
    public static final int NUD_STALE = 0x4;

    /** ndm_state: used again, and to be asked soon. */
    public static final int NUD_DELAY = 0x8;

    /** ndm_state: asked again, and not answered yet. */
    public static final int NUD_PROBE = 0x10;

    /** ndm_state: doesn't answer. */
    public static final int NUD_FAILED = 0x20;

    /** ndm_state: needs no asking. */
    public static final int NUD_NOARP = 0x40;

    /** ndm_flags: as if a packet were to be sent to it. */
    public static final int NTF_USE = 0x1;

    /** ndm_state: entered by hand, for ever. */
    public static final int NUD_PERMANENT = 0x80;

    /** ndm_flags: this machine answers for it. */
    public static final int NTF_PROXY = 0x8;

    private Neighbour() {}
}
