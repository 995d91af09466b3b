// SPDX-License-Identifier: Apache-2.0
package netreset.linux.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import netreset.linux.netlink.Link;

/**
 * Which interfaces are watched. One that vanished and comes back is known by its device on the bus, or by its name, and
 * then watched again under whatever index.
 */
final class Watched {
    private final boolean all;
    private final Set<Integer> indexes = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> devices = new HashSet<>();

    private Watched(boolean all) {
        this.all = all;
    }

    /** Every one but the loopback, which has no hardware to hang. */
    static Watched all() {
        return new Watched(true);
    }

    static Watched only(List<Link> links) {
        Watched watched = new Watched(false);
        links.forEach(watched::follow);
        return watched;
    }

    boolean takes(Link link) {
        return all
                ? !link.isLoopback()
                : indexes.contains(link.index()) || names.contains(link.name()) || devices.contains(device(link));
    }

    void follow(Link link) {
        if (!all) {
            indexes.add(link.index());
            names.add(link.name());
            if (link.parentDeviceName() != null) {
                devices.add(device(link));
            }
        }
    }

    /** Several ports of one device are told apart by the driver's name of the port. */
    private static String device(Link link) {
        return link.parentBusName() + "/" + link.parentDeviceName() + "/" + link.physicalPortName();
    }
}
