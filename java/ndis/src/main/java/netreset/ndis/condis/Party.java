// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

/** A party of a multipoint call. */
final class Party {
    final PartyHandle handle;
    final Vc vc;
    boolean dropped;

    Party(PartyHandle handle, Vc vc) {
        this.handle = handle;
        this.vc = vc;
    }
}
