// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import netreset.linux.state.LinkFacts;
import netreset.linux.state.Tables;

/**
 * The links that stop with a NIC: itself, its masters and what is on them, but nothing above a bond or team that has
 * another port to work with.
 *
 * @param nic the NIC
 * @param tables everything configured in its namespace
 * @param links ifindexes of all that stop, the NIC's first
 */
record Reach(LinkFacts nic, Tables tables, Set<Integer> links) {
    static Reach of(LinkFacts nic, Tables tables) {
        Set<Integer> stopped = new LinkedHashSet<>();
        Deque<LinkFacts> next = new ArrayDeque<>();
        next.add(nic);
        while (!next.isEmpty()) {
            LinkFacts link = next.remove();
            if (!stopped.add(link.index())) {
                continue;
            }
            LinkFacts master = tables.link(link.masterIndex());
            if (master != null && !Redundancy.of(link, master, tables).isProven()) {
                next.add(master);
            }
            tables.links().stream()
                    .filter(upper -> upper.lowerIndex() == link.index())
                    .forEach(next::add);
        }
        return new Reach(nic, tables, stopped);
    }

    boolean has(int index) {
        return links.contains(index);
    }

    /** {@code ""} for the NIC itself, else by which link above it. */
    String by(int index) {
        LinkFacts link = tables.link(index);
        return index == nic.index() || link == null ? "" : " by " + link.name() + " above it";
    }
}
