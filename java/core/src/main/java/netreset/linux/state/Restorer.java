// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Socket;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * Puts back what a NIC lost, in the order in which the kernel takes it: links, addresses, nexthops, routes without a
 * router on the way before those with one. Touches nothing that is as it was.
 */
final class Restorer {
    /** How long IPv6 may search for duplicates (RFC 4862: a second or two) before routes from its addresses are given up. */
    private static final long PATIENCE_MILLIS = 5_000;

    private static final long STEP_MILLIS = 100;

    private static final String ELSEWHEN = "the machine was started anew since: whether it is still valid isn't known";

    private final Snapshot before;
    private final KernelSocket route;
    private final EthtoolFamily ethtool;
    private final KernelFiles files;
    private final Pause pause;
    private final Indexes indexes;
    private final Reasons reasons = new Reasons();
    private final List<String> notes = new ArrayList<>();
    private final LinkRestorer links;
    private final int index;

    /** Waits. */
    interface Pause {
        void millis(long millis);
    }

    /** @param index the NIC's ifindex now */
    Restorer(Snapshot before, int index, KernelSocket route, EthtoolFamily ethtool, KernelFiles files, Pause pause)
            throws NetlinkException {
        this.before = before;
        this.index = index;
        this.route = route;
        this.ethtool = ethtool;
        this.files = files;
        this.pause = pause;
        this.indexes = new Indexes(before.names(), Tables.read(route));
        this.links = new LinkRestorer(route, ethtool, files, reasons, notes);
    }

    Restoration restore() throws NetlinkException {
        Set<String> missing = missing();
        if (!missing.isEmpty() && indexes.now().link(index) != null) {
            try {
                restoreLink(before.nic(), index);
                restoreAddresses();
                restoreBehindThem();
            } finally {
                restoreAdminState();
            }
        }
        Set<String> lost = missing();
        missing.removeAll(lost);
        return new Restoration(
                List.copyOf(missing), lost.stream().map(reasons::of).toList(), notes);
    }

    /** Lines of before that aren't there now. */
    private Set<String> missing() throws NetlinkException {
        Set<String> missing = new TreeSet<>(before.facts(before.name()));
        Snapshot now = now();
        if (now == null) {
            missing.forEach(what -> reasons.put(what, "the NIC isn't there"));
        } else {
            missing.removeAll(now.facts(before.name()));
        }
        return missing;
    }

    private @Nullable Snapshot now() throws NetlinkException {
        indexes.refresh(Tables.read(route));
        return new SnapshotReader(indexes.now(), ethtool, files).read(index).orElse(null);
    }

    private void restoreLink(NicState then, int indexNow) throws NetlinkException {
        indexes.put(then.link().index(), indexNow);
        Snapshot now = now();
        NicState state = now == null
                ? null
                : now.nic().all().stream()
                        .filter(one -> one.link().index() == indexNow)
                        .findFirst()
                        .orElse(null);
        if (now == null || state == null) {
            return;
        }
        Map<String, LinkFact> missing = new LinkedHashMap<>(LinkFact.of(then, before.labels(before.name())));
        missing.keySet().removeAll(LinkFact.of(state, now.labels(before.name())).keySet());
        links.restore(missing, state.link(), indexes);
        for (NicState child : then.children()) {
            restoreChild(child, then, indexNow);
        }
    }

    private void restoreChild(NicState child, NicState parent, int parentIndex) throws NetlinkException {
        Integer found = find(child, parentIndex);
        if (found == null) {
            String what = LinkFact.of(child, before.labels(before.name()))
                    .keySet()
                    .iterator()
                    .next();
            reasons.attempt(what, () -> links.create(child, parent, parentIndex));
            indexes.refresh(Tables.read(route));
            found = find(child, parentIndex);
        }
        if (found != null) {
            restoreLink(child, found);
        }
    }

    private @Nullable Integer find(NicState child, int parentIndex) {
        return indexes.now().links().stream()
                .filter(link -> link.name().equals(child.link().name())
                        && link.kind().equals(child.link().kind())
                        && link.lowerIndex() == parentIndex)
                .map(LinkFacts::index)
                .findFirst()
                .orElse(null);
    }

    private void restoreAddresses() throws NetlinkException {
        Set<String> missing = missing();
        Labels labels = before.labels(before.name());
        before.nic()
                .all()
                .forEach(state -> state.addresses().forEach(address -> {
                    String what = address.fact(labels);
                    if (missing.contains(what)) {
                        restoreAddress(what, address);
                    }
                }));
    }

    private void restoreAddress(String what, Address address) {
        @Nullable Double elapsed = before.secondsUntil(files);
        double gone = elapsed == null ? 0 : elapsed;
        if (address.isTemporary()) {
            reasons.put(what, "a temporary address: the kernel makes another one when it needs one");
        } else if (address.isDuplicate()) {
            reasons.put(what, "another machine had it already");
        } else if (address.isDynamic() && elapsed == null) {
            reasons.put(what, ELSEWHEN);
        } else if (address.isDynamic() && gone >= address.validSeconds()) {
            reasons.put(what, "its lifetime ended; who gave it has to give it again");
        } else {

            reasons.attempt(
                    what,
                    () -> route.order(Requests.address(
                            address,
                            indexes.of(address.index()),
                            label(address),
                            left(address.validSeconds(), gone),
                            left(address.preferredSeconds(), gone))));
        }
    }

    private static long left(long seconds, double gone) {
        return seconds == Address.FOREVER ? seconds : Math.max(0, seconds - (long) gone);
    }

    /** The label, with the NIC's new name for its old one. */
    private String label(Address address) throws MissingLinkException {
        String label = address.label();
        if (label == null) {
            return "";
        }
        LinkFacts link = indexes.now().link(indexes.of(address.index()));
        String old = before.names().getOrDefault(address.index(), "");
        boolean its = label.equals(old) || label.startsWith(old + ":");
        return its && link != null ? link.name() + label.substring(old.length()) : label;
    }

    /** What leads through addresses and links. */
    private void restoreBehindThem() throws NetlinkException {
        Set<String> missing = missing();
        Labels labels = before.labels(before.name());
        before.neighbours()
                .forEach(neighbour -> attempt(
                        missing,
                        neighbour.fact(labels),
                        () -> route.order(Requests.neighbour(neighbour, indexes.of(neighbour.index())))));
        before.nexthops().stream()
                .sorted(Comparator.comparing(nexthop -> nexthop.index() == 0)) // groups after their members
                .forEach(nexthop -> attempt(
                        missing,
                        nexthop.fact(labels),
                        () -> route.order(
                                Requests.nexthop(nexthop, nexthop.index() == 0 ? 0 : indexes.of(nexthop.index())))));
        restoreRoutes(missing, labels);
        restoreRules(missing, labels);
    }

    private void attempt(Set<String> missing, String what, Reasons.Attempt attempt) {
        if (missing.contains(what)) {
            reasons.attempt(what, attempt);
        }
    }

    /** Again and again while one makes the next possible, or IPv6 still searches for duplicates of their sources. */
    private void restoreRoutes(Set<String> missing, Labels labels) throws NetlinkException {
        Map<String, Route> pending = new LinkedHashMap<>();
        before.routes().stream()
                .sorted(Comparator.comparing(Route::hasGateway))
                .filter(one -> missing.contains(one.fact(labels)))
                .forEach(one -> pending.put(one.fact(labels), one));
        for (long waited = 0; !pending.isEmpty(); ) {
            int count = pending.size();
            pending.entrySet().removeIf(entry -> restoreRoute(entry.getKey(), entry.getValue()));
            if (pending.size() == count) {
                if (waited >= PATIENCE_MILLIS || !isSearching()) {
                    return;
                }
                pause.millis(STEP_MILLIS);
                waited += STEP_MILLIS;
            }
        }
    }

    private boolean isSearching() throws NetlinkException {
        indexes.refresh(Tables.read(route));
        LinkFacts link = indexes.now().link(index);
        return link != null
                && link.isLowerUp()
                && indexes.now().addresses().stream()
                        .anyMatch(address -> address.isTentative() && !address.isDuplicate());
    }

    /** True if there is nothing more to be tried. */
    private boolean restoreRoute(String what, Route one) {
        Double elapsed = before.secondsUntil(files);
        long seconds = 0;
        if (one.expiresCentis() != 0) {
            if (elapsed == null) {
                reasons.put(what, ELSEWHEN);
                return true;
            }
            seconds = one.expiresCentis() / 100 - (long) (double) elapsed;
            if (seconds <= 0) {
                reasons.put(what, "its lifetime ended; a router has to advertise it again");
                return true;
            }
        }
        long living = seconds;
        return reasons.attempt(what, () -> {
            for (Request request : Requests.route(one, indexes, living)) {
                orderUnlessThere(request, one);
            }
        });
    }

    /** Of a route with several ways in IPv6, those through other links are still there. */
    private void orderUnlessThere(Request request, Route one) throws NetlinkException {
        try {
            route.order(request);
        } catch (NetlinkException e) {
            if (e.errno() != Errno.EEXIST
                    || one.family() != Socket.AF_INET6
                    || one.legs().isEmpty()) {
                throw e;
            }
        }
    }

    /** Rules name links, and stay; only for a NIC with another name they have to be made again. */
    private void restoreRules(Set<String> missing, Labels labels) {
        LinkFacts link = indexes.now().link(index);
        String name = link == null ? before.name() : link.name();
        before.rules().forEach(rule -> {
            String what = rule.fact(labels);
            if (missing.contains(what)) {
                boolean made = reasons.attempt(what, () -> route.order(Requests.rule(rule, before.name(), name)));
                if (made && !name.equals(before.name())) {
                    notes.add("the rule that names " + before.name() + " was made again for " + name
                            + "; the old one was left alone");
                }
            }
        });
    }

    /** Whatever went wrong: what was off isn't left on, nor the other way round. */
    private void restoreAdminState() throws NetlinkException {
        indexes.refresh(Tables.read(route));
        for (NicState state : before.nic().all()) {
            int then = state.link().index();
            Integer known = indexes.own(then);
            LinkFacts link = known == null ? null : indexes.now().link(known);
            if (link != null && link.isUp() != state.link().isUp()) {
                int indexNow = link.index();
                boolean up = state.link().isUp();
                String what = before.labels(before.name()).of(then) + ": " + (up ? "up" : "down");
                reasons.attempt(what, () -> links.setUp(indexNow, up));
            }
        }
    }
}
