// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import netreset.DeviceId;
import netreset.NicWatch;
import netreset.ResetException;
import netreset.linux.devlink.DevlinkSocket;
import netreset.linux.netlink.LinkEvents;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.RouteSocket;
import netreset.linux.watch.LinuxWatch;

/** Opens what a watch reads by, in the network namespace it is for. */
final class Watching {
    private final LinuxSite site;
    private final Nics nics;

    Watching(LinuxSite site, Nics nics) {
        this.site = site;
        this.nics = nics;
    }

    NicWatch begin(List<DeviceId> targets, NicWatch.Options options) throws ResetException {
        List<Integer> indexes = new ArrayList<>();
        for (DeviceId target : targets) {
            indexes.add(nics.find(target).link().index());
        }
        List<String> notes = new ArrayList<>();
        // sysfs shows the namespace it was mounted in: another one's counters would be another NIC's.
        if (!site.namespace().label().isEmpty()) {
            notes.add("transmit timeouts aren't seen from outside the network namespace");
        }
        LinuxWatch.Sockets sockets = open(notes);
        try {
            return LinuxWatch.begin(sockets, site.files(), targets.isEmpty() ? null : indexes, options, notes);
        } catch (NetlinkException e) {
            close(sockets);
            throw SystemCallException.explained(e);
        }
    }

    private LinuxWatch.Sockets open(List<String> notes) throws ResetException {
        LinkEvents events = site.open(() -> LinkEvents.open(site.libc()));
        try {
            RouteSocket route = site.open(() -> RouteSocket.open(site.libc()));
            DevlinkSocket devlink =
                    site.open(() -> DevlinkSocket.open(site.libc())).orElse(null);
            if (devlink == null) {
                notes.add("this kernel has no devlink: health reporters aren't seen");
            }
            return new LinuxWatch.Sockets(events, route, devlink);
        } catch (ResetException e) {
            events.close();
            throw e;
        }
    }

    private static void close(LinuxWatch.Sockets sockets) {
        sockets.events().close();
        sockets.route().close();
        DevlinkSocket devlink = sockets.devlink();
        if (devlink != null) {
            devlink.close();
        }
    }
}
