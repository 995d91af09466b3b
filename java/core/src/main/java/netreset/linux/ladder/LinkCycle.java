// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.ArrayList;
import java.util.List;
import netreset.Method;
import netreset.Printable;
import netreset.ResetException;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.LinkSwitch;
import netreset.linux.netlink.NetlinkException;

/** The interface is switched off and on: its driver closes and opens it. */
final class LinkCycle implements Means {
    private final Site site;

    LinkCycle(Site site) {
        this.site = site;
    }

    @Override
    public Method method() {
        return Method.LINK;
    }

    @Override
    public Has has(Target target) {
        if (target.link().isLoopback()) {
            return Has.no("it is the loopback interface");
        }
        return target.link().isUp()
                ? Has.yes("every interface can be switched off and on")
                : Has.no("it is switched off, and will be left so");
    }

    @Override
    public String needs() {
        return Privilege.NETWORK;
    }

    @Override
    public List<String> steps(Target target) {
        int index = target.link().index();
        return List.of(
                "sendto(netlink, RTM_SETLINK " + index + ", IFF_UP off)",
                "sendto(netlink, RTM_SETLINK " + index + ", IFF_UP on)");
    }

    @Override
    public List<String> blastRadius(Target target) {
        return List.of("what is stacked on it (VLANs, bridges, bonds) loses its link with it");
    }

    @Override
    public List<String> losses() {
        return List.of(
                "IPv6 addresses, unless keep_addr_on_down is set", "routes through it", "its neighbours' addresses");
    }

    @Override
    public String proof() {
        return "the kernel acknowledged off and on, and the carrier counters moved";
    }

    @Override
    public boolean makesAnew() {
        return false;
    }

    @Override
    public Acted act(Target target, Link now) throws ResetException {
        try (LinkSwitch link = site.open(() -> LinkSwitch.open(site.libc()))) {
            try {
                link.set(now.index(), false);
            } catch (NetlinkException e) {
                throw Failure.of(e, "switching " + Printable.brief(now.name()) + " off needs " + Privilege.NETWORK);
            }
            return switchOn(link, now, new ArrayList<>());
        }
    }

    /** Tried three times: who switched it off may not leave it so. */
    static Acted switchOn(LinkSwitch link, Link now, List<String> notes) {
        int errno = 0;
        for (int attempt = 1; attempt <= 3; attempt++) {
            try {
                link.set(now.index(), true);
                return Acted.proven(notes);
            } catch (NetlinkException e) {
                errno = e.errno();
                notes.add("it couldn't be switched on again: " + Printable.line(String.valueOf(e.getMessage())));
                Pause.millis(100L * attempt);
            }
        }
        notes.add("to switch it on: ip link set dev " + Printable.brief(now.name()) + " up");
        return Acted.failed(errno, notes);
    }
}
