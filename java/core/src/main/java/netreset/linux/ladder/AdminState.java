// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.List;
import netreset.Printable;
import netreset.ResetException;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.LinkSwitch;
import netreset.linux.netlink.NetlinkException;

/** Keeps whether an interface is switched on: one that was is never left off, and one that wasn't never on. */
public final class AdminState implements Restore {
    private final Site site;

    public AdminState(Site site) {
        this.site = site;
    }

    @Override
    public Saved save(Target target) {
        boolean up = target.link().isUp();
        return now -> now.isUp() == up ? List.of() : set(now, up);
    }

    private List<String> set(Link now, boolean up) {
        try (LinkSwitch link = site.open(() -> LinkSwitch.open(site.libc()))) {
            link.set(now.index(), up);
            return List.of();
        } catch (ResetException | NetlinkException e) {
            String name = Printable.brief(now.name());
            return List.of(
                    name + " couldn't be switched " + (up ? "on" : "off") + ": "
                            + Printable.line(String.valueOf(e.getMessage())),
                    "to do it: ip link set dev " + name + (up ? " up" : " down"));
        }
    }
}
