// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is configured on one NIC, at one moment: all that a reset may lose and that can be put back.
 *
 * @param bootId which boot of the machine that was in
 * @param uptimeSeconds when in that boot; lifetimes count from there
 * @param nic the NIC, with what is on it
 * @param nexthops nexthop objects by it, and groups of them
 * @param neighbours those entered by hand
 * @param routes through it, or with one of its addresses for a source
 * @param rules that name it
 * @param names of all links of its namespace, by ifindex
 * @param gaps what couldn't be read or isn't kept, one sentence each
 */
public record Snapshot(
        String bootId,
        double uptimeSeconds,
        NicState nic,
        List<NexthopObject> nexthops,
        List<NeighbourEntry> neighbours,
        List<Route> routes,
        List<RoutingRule> rules,
        Map<Integer, String> names,
        List<String> gaps) {

    /** Copies what can change. */
    public Snapshot {
        nexthops = List.copyOf(nexthops);
        neighbours = List.copyOf(neighbours);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        names = Map.copyOf(names);
        gaps = List.copyOf(gaps);
    }

    /** The NIC's name at that moment. */
    public String name() {
        return nic.link().name();
    }

    /** The NIC's ifindex at that moment. */
    public int index() {
        return nic.link().index();
    }

    /** Calls the NIC by {@code label}, whatever its name. */
    Labels labels(String label) {
        Map<Integer, String> labelled = new HashMap<>(names);
        labelled.put(index(), label);
        return new Labels(name(), label, labelled);
    }

    /**
     * All that was kept, one line each. Two snapshots with the same facts are the same configuration, even if the NIC has
     * another name and ifindex; lifetimes are no part of it.
     *
     * @param label what to call the NIC
     */
    public Set<String> facts(String label) {
        Labels labels = labels(label);
        Set<String> facts = new TreeSet<>();
        nic.all().forEach(state -> {
            facts.addAll(LinkFact.of(state, labels).keySet());
            state.addresses().forEach(address -> facts.add(address.fact(labels)));
        });
        nexthops.forEach(nexthop -> facts.add(nexthop.fact(labels)));
        neighbours.forEach(neighbour -> facts.add(neighbour.fact(labels)));
        routes.forEach(route -> facts.add(route.fact(labels)));
        rules.forEach(rule -> facts.add(rule.fact(labels)));
        return facts;
    }

    /** What this has and {@code now} hasn't, one line each; the NIC is called by the name it had here. */
    public List<String> missingIn(Snapshot now) {
        Set<String> missing = facts(name());
        missing.removeAll(now.facts(name()));
        return List.copyOf(missing);
    }

    /** Seconds from then until {@code now}, in the same boot; {@code null} if that was in another one. */
    @Nullable
    Double secondsUntil(KernelFiles now) {
        return bootId.equals(now.bootId()) ? Math.max(0, now.uptimeSeconds() - uptimeSeconds) : null;
    }

    /** As text for a journal: {@link #parse} reads it, on a machine of the same byte order. */
    public String text() {
        return SnapshotWriter.write(this);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws MalformedSnapshotException if it didn't, or not all of it is there
     */
    public static Snapshot parse(String text) throws MalformedSnapshotException {
        return SnapshotParser.parse(text);
    }
}
