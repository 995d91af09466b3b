// SPDX-License-Identifier: Apache-2.0
package netreset.linux.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netreset.NicEvent.What;
import netreset.NicWatch;
import netreset.linux.devlink.Reporter;
import netreset.linux.netlink.Link;

/**
 * Says what happened to interfaces, by comparing what it is shown with what it was shown before. Knows no clock and no
 * kernel. Notifications and dumps may come in any order: by its counter an older look at a carrier is known, and left out.
 */
final class Judge {
    /**
     * Something that happened.
     *
     * @param index ifindex; 0 for all
     * @param name its name then; {@code *} for all
     * @param at on the monotonic clock, nanoseconds
     * @param approximate that it may have been earlier
     */
    record Finding(int index, String name, What what, long at, boolean approximate, String text) {}

    private final Watched watched;
    private final NicWatch.Options options;
    private final Map<Integer, Seen> seen = new LinkedHashMap<>();
    private List<Finding> findings = new ArrayList<>();

    Judge(Watched watched, NicWatch.Options options, List<Link> beginning) {
        this.watched = watched;
        this.options = options;
        beginning.stream().filter(watched::takes).forEach(this::begin);
    }

    /** Those that are there now. */
    List<Seen> present() {
        return List.copyOf(seen.values());
    }

    /** A notification: a link is new or has changed. */
    List<Finding> changed(long at, Link link) {
        look(at, link, false);
        return taken();
    }

    /** A notification: a link is gone. */
    List<Finding> deleted(long at, int index) {
        vanish(at, index, false);
        return taken();
    }

    /** A notification: some were lost. A dump is to follow. */
    List<Finding> lost(long at) {
        findings.add(new Finding(
                0, "*", What.NOTIFICATIONS_LOST, at, true, "the kernel lost notifications: reads all links anew"));
        return taken();
    }

    /** All the links there are. */
    List<Finding> dumped(long at, List<Link> links) {
        Set<Integer> there = new HashSet<>();
        for (Link link : links) {
            there.add(link.index());
        }
        List.copyOf(seen.keySet()).stream()
                .filter(index -> !there.contains(index))
                .forEach(index -> vanish(at, index, true));
        links.forEach(link -> look(at, link, true));
        return taken();
    }

    /** How often each transmit queue of an interface was found stuck; a driver that was reset may count from 0 again. */
    List<Finding> txTimeouts(long at, int index, Map<String, Long> queues) {
        Seen nic = seen.get(index);
        if (nic == null) {
            return List.of();
        }
        queues.forEach((queue, count) -> {
            Long before = nic.txTimeouts.put(queue, count);
            if (before != null && count > before) {
                find(
                        nic,
                        What.TX_TIMEOUT,
                        at,
                        true,
                        "transmit queue " + queue + " was stuck " + (count - before)
                                + " times; the kernel had its driver reset it");
            }
        });
        return taken();
    }

    /** The health reporters of what is behind an interface. */
    List<Finding> reporters(long at, int index, List<Reporter> reporters) {
        Seen nic = seen.get(index);
        if (nic == null) {
            return List.of();
        }
        for (Reporter reporter : reporters) {
            String key = reporter.name() + (reporter.port() == null ? "" : " of port " + reporter.port());
            boolean was = !Boolean.FALSE.equals(nic.reporters.put(key, reporter.healthy()));
            if (was && !reporter.healthy()) {
                find(nic, What.REPORTER_ERROR, at, true, "health reporter " + key + " is in error");
            } else if (!was && reporter.healthy()) {
                find(nic, What.REPORTER_HEALTHY, at, true, "health reporter " + key + " is well");
            }
        }
        return taken();
    }

    private Seen begin(Link link) {
        long window = options.flapWindow().toNanos();
        Seen nic = new Seen(link.index(), link.name(), Carrier.of(link), new Flaps(options.flapChanges(), window));
        nic.missed = nic.carrier.on() && !nic.carrier.up();
        seen.put(link.index(), nic);
        watched.follow(link);
        return nic;
    }

    private void look(long at, Link link, boolean approximate) {
        Seen nic = seen.get(link.index());
        if (nic == null) {
            if (watched.takes(link)) {
                Seen begun = begin(link);
                find(begun, What.APPEARED, at, approximate, "appeared, index " + link.index());
            }
            return;
        }
        if (!nic.name.equals(link.name())) {
            String before = nic.name;
            nic.name = link.name();
            find(nic, What.RENAMED, at, approximate, "was called " + before);
        }
        compare(at, nic, Carrier.of(link), approximate);
    }

    private void compare(long at, Seen nic, Carrier now, boolean approximate) {
        Carrier before = nic.carrier;
        int changes = now.since(before);
        if (changes < 0) {
            return;
        }
        nic.carrier = now;
        if (before.on() != now.on()) {
            switched(at, nic, now, approximate);
        } else if (now.on()) {
            carrier(at, nic, before.up(), Math.max(changes, before.up() == now.up() ? 0 : 1), approximate);
        }
    }

    /** Whoever switches an interface off takes its carrier, which is no loss. */
    private void switched(long at, Seen nic, Carrier now, boolean approximate) {
        find(
                nic,
                now.on() ? What.SWITCHED_ON : What.SWITCHED_OFF,
                at,
                approximate,
                now.on() ? "was switched on" : "was switched off");
        nic.missed = now.on() && !now.up();
    }

    private void carrier(long at, Seen nic, boolean wasUp, int changes, boolean approximate) {
        boolean isUp = nic.carrier.up();
        if (changes == 0) {
            return;
        }
        if (!isUp && !nic.missed) {
            find(nic, What.CARRIER_LOST, at, approximate, "the carrier is gone" + times(changes, 1));
        } else if (isUp && nic.missed) {
            find(nic, What.CARRIER_BACK, at, approximate, "the carrier is back" + times(changes, 1));
        } else if (wasUp == isUp) {
            find(nic, What.CARRIER_BLINKED, at, true, "the carrier changed " + changes + " times unseen");
        }
        nic.missed = !isUp;
        if (nic.flaps.add(at, changes)) {
            find(
                    nic,
                    What.FLAPPING,
                    at,
                    approximate,
                    nic.flaps.count() + " changes of the carrier within "
                            + options.flapWindow().toMillis() + " ms");
        }
    }

    private static String times(int changes, int expected) {
        return changes > expected ? ", after " + changes + " changes" : "";
    }

    private void vanish(long at, int index, boolean approximate) {
        Seen nic = seen.remove(index);
        if (nic != null) {
            find(nic, What.VANISHED, at, approximate, "is gone");
        }
    }

    private void find(Seen nic, What what, long at, boolean approximate, String text) {
        findings.add(new Finding(nic.index, nic.name, what, at, approximate, text));
    }

    private List<Finding> taken() {
        List<Finding> taken = findings;
        findings = new ArrayList<>();
        return taken;
    }
}
