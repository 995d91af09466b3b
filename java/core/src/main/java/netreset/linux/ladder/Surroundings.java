// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netreset.ResetException;
import netreset.linux.devlink.DevlinkSocket;
import netreset.linux.devlink.Handle;
import netreset.linux.devlink.Instance;
import netreset.linux.devlink.Port;
import netreset.linux.devlink.Reporter;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.NetlinkException;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the NICs of a site, found by looking: devlink is asked once for all of them, and for none if no NIC
 * has hardware.
 */
public final class Surroundings {
    private final Site site;
    private final boolean ownNamespace;
    private final List<Instance> instances = new ArrayList<>();
    private final List<Port> ports = new ArrayList<>();
    private final List<Reporter> reporters = new ArrayList<>();
    private @Nullable String fault;

    private Surroundings(Site site, boolean ownNamespace) {
        this.site = site;
        this.ownNamespace = ownNamespace;
    }

    /**
     * Looks.
     *
     * @param ownNamespace whether the site's network namespace is this process's own
     * @param links whose surroundings they are
     */
    public static Surroundings of(Site site, boolean ownNamespace, List<Link> links) {
        Surroundings surroundings = new Surroundings(site, ownNamespace);
        if (links.stream().anyMatch(link -> link.parentDeviceName() != null)) {
            surroundings.askDevlink();
        }
        return surroundings;
    }

    /** That devlink can't be asked is no reason not to do without. */
    private void askDevlink() {
        try {
            Optional<DevlinkSocket> socket = site.open(() -> DevlinkSocket.open(site.libc()));
            if (socket.isEmpty()) {
                fault = "this kernel has no devlink";
                return;
            }
            try (DevlinkSocket devlink = socket.get()) {
                instances.addAll(devlink.instances());
                ports.addAll(devlink.ports());
                for (Instance instance : instances) {
                    reporters.addAll(devlink.reporters(instance.handle()));
                }
            }
        } catch (ResetException | NetlinkException e) {
            fault = "devlink can't be asked: " + e.getMessage();
        }
    }

    /** What stands behind one of them. */
    public Target behind(Link link, @Nullable String driver) {
        BusDevice parent = site.sysfs()
                .device(link.parentBusName(), link.parentDeviceName())
                .orElse(null);
        UsbDevice usb = parent == null ? null : UsbDevice.above(parent).orElse(null);
        PciFunction function =
                parent == null || usb != null ? null : PciFunction.above(parent).orElse(null);
        return new Target(link, driver, ownNamespace, parent, function, usb, devlink(link));
    }

    private Target.DevlinkFacts devlink(Link link) {
        Handle handle = handle(link);
        Instance instance = instances.stream()
                .filter(i -> i.handle().equals(handle))
                .findFirst()
                .orElse(null);
        return new Target.DevlinkFacts(
                instance,
                ports.stream().filter(port -> port.handle().equals(handle)).toList(),
                reporters.stream()
                        .filter(reporter -> reporter.handle().equals(handle))
                        .toList(),
                fault);
    }

    /** By its port if it has one, or else by the device it is on. */
    private @Nullable Handle handle(Link link) {
        for (Port port : ports) {
            if (port.index() == link.index()) {
                return port.handle();
            }
        }
        return link.parentBusName() == null || link.parentDeviceName() == null
                ? null
                : new Handle(link.parentBusName(), link.parentDeviceName());
    }
}
