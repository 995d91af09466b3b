// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import netreset.linux.abi.IfLink;
import netreset.linux.netlink.Message;
import org.jspecify.annotations.Nullable;

/** Picks out of all tables what belongs to one NIC. */
final class SnapshotReader {
    /** Kinds of links that go with the NIC they are on and can be made again from what the kernel told of them. */
    static final Set<String> REMADE_KINDS = Set.of("vlan", "macvlan", "macvtap");

    private final Tables tables;
    private final EthtoolFamily ethtool;
    private final KernelFiles files;
    private final List<String> gaps = new ArrayList<>();
    private final Set<Integer> indexes = new HashSet<>();

    SnapshotReader(Tables tables, EthtoolFamily ethtool, KernelFiles files) {
        this.tables = tables;
        this.ethtool = ethtool;
        this.files = files;
    }

    /** The link with that ifindex and all on it; empty if there is none. */
    Optional<Snapshot> read(int index) {
        LinkFacts link = tables.link(index);
        if (link == null) {
            return Optional.empty();
        }
        if (!tables.consistent()) {
            gaps.add("the configuration kept changing while it was read");
        }
        NicState nic = state(link);
        return Optional.of(new Snapshot(
                files.bootId(),
                files.uptimeSeconds(),
                nic,
                nexthops(),
                neighbours(),
                routes(nic),
                rules(nic),
                tables.names(),
                gaps));
    }

    private NicState state(LinkFacts link) {
        indexes.add(link.index());
        LinkFacts master = tables.link(link.masterIndex());
        if (master != null && master.data().u8(IfLink.IFLA_BR_VLAN_FILTERING, 0) != 0) {
            gaps.add(master.name() + " filters VLANs: which of them its port " + link.name() + " is in isn't kept");
        }
        List<LinkFacts> above = tables.links().stream()
                .filter(upper -> upper.lowerIndex() == link.index() && !indexes.contains(upper.index()))
                .toList();
        Map<EthtoolSetting, Message> settings = ethtool.read(link.index(), gaps);
        return new NicState(
                link,
                master,
                tables.addresses(link.index()),
                settings,
                virtualFunctions(link),
                above.stream()
                        .filter(upper -> REMADE_KINDS.contains(upper.kind()))
                        .map(this::state)
                        .toList(),
                above.stream()
                        .filter(upper -> !REMADE_KINDS.contains(upper.kind()))
                        .toList());
    }

    private @Nullable Integer virtualFunctions(LinkFacts link) {
        Path device = files.device(link.parentBus(), link.parentDevice());
        String count = device == null ? null : files.text(device.resolve("sriov_numvfs"));
        try {
            return count == null ? null : Integer.valueOf(count);
        } catch (NumberFormatException e) {
            gaps.add("sriov_numvfs of " + link.name() + " is no number");
            return null;
        }
    }

    /** By it, and groups with one of those in it: the kernel takes members that go out of their groups. */
    private List<NexthopObject> nexthops() {
        Set<Integer> ids = tables.nexthops().stream()
                .filter(nexthop -> indexes.contains(nexthop.index()))
                .map(NexthopObject::id)
                .collect(Collectors.toSet());
        return tables.nexthops().stream()
                .filter(nexthop ->
                        ids.contains(nexthop.id()) || nexthop.members().stream().anyMatch(ids::contains))
                .toList();
    }

    private List<NeighbourEntry> neighbours() {
        return tables.neighbours().stream()
                .filter(neighbour -> indexes.contains(neighbour.index()))
                .toList();
    }

    private List<Route> routes(NicState nic) {
        Set<ByteBuffer> sources = nic.all().stream()
                .flatMap(state -> state.addresses().stream())
                .map(Address::local)
                .collect(Collectors.toSet());
        Set<Integer> nexthops = nexthops().stream().map(NexthopObject::id).collect(Collectors.toSet());
        return tables.routes().stream()
                .filter(route -> !route.isDerived())
                .filter(route -> route.indexes().stream().anyMatch(indexes::contains)
                        || nexthops.contains(route.nexthop())
                        || sources.contains(route.preferredSource()))
                .toList();
    }

    private List<RoutingRule> rules(NicState nic) {
        return tables.rules().stream()
                .filter(rule -> nic.all().stream()
                        .anyMatch(state -> rule.names(state.link().name())))
                .toList();
    }
}
