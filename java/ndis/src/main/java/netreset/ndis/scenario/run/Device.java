// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import org.jspecify.annotations.Nullable;

/** What a scripted adapter's device holds that its driver has to put back after a reset, whatever NDIS restores. */
final class Device implements Digestible {
    private static final int HEX = 16;
    /** An address for devices that have none of their own: locally administered. */
    private static final long MADE_UP = 0x020000000001L;
    /** Packets that matched the coalescing filters before the reset that a scenario is about. */
    private static final long MATCHES = 7;

    private long address;
    private int filters;
    private long matches;

    Device(@Nullable String mac, int filters) {
        this.address = mac == null ? MADE_UP : Long.parseLong(mac.replace("-", ""), HEX);
        this.filters = filters;
        countAgain();
    }

    /** A driver that behaves well starts the match counter anew. */
    void reset() {
        matches = 0;
    }

    void forgetMac() {
        address = 0;
    }

    void forgetFilters() {
        filters = 0;
    }

    void countAgain() {
        matches = filters == 0 ? 0 : MATCHES;
    }

    long address() {
        return address;
    }

    int filters() {
        return filters;
    }

    long matches() {
        return matches;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(address).add(filters).add(matches);
    }
}
