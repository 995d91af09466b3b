// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.List;
import netreset.linux.devlink.Instance;
import netreset.linux.devlink.Port;
import netreset.linux.devlink.Reporter;
import netreset.linux.netlink.Link;
import org.jspecify.annotations.Nullable;

/**
 * A NIC with all that stands behind it, as it was found by looking.
 *
 * @param link its interface
 * @param driver its driver's name by ethtool
 * @param ownNamespace whether it is in the network namespace that this process is in
 * @param parent the device it is on; {@code null} for a virtual one, or if sysfs doesn't show it
 * @param function its PCI function; {@code null} if it has none
 * @param usb its USB device; {@code null} if it has none
 * @param devlink what devlink knows of it
 */
public record Target(
        Link link,
        @Nullable String driver,
        boolean ownNamespace,
        @Nullable BusDevice parent,
        @Nullable PciFunction function,
        @Nullable UsbDevice usb,
        DevlinkFacts devlink) {

    /**
     * What devlink knows of a NIC.
     *
     * @param instance its instance; {@code null} if it has none
     * @param ports the interfaces of the instance's ports
     * @param reporters the instance's health reporters
     * @param fault why devlink couldn't be asked; {@code null} if it could
     */
    public record DevlinkFacts(
            @Nullable Instance instance,
            List<Port> ports,
            List<Reporter> reporters,
            @Nullable String fault) {
        public DevlinkFacts {
            ports = List.copyOf(ports);
            reporters = List.copyOf(reporters);
        }

        /** Why a NIC without an instance has none. */
        String why() {
            return fault == null ? "its driver has no devlink instance" : fault;
        }
    }

    /** The device whose driver can be taken away and bound again: the PCI function if there is one, or the parent. */
    public @Nullable BusDevice bound() {
        return function == null ? parent : function.device();
    }

    /** The ways of resetting its PCI function that are enabled, as the kernel writes them; empty if it doesn't say. */
    public String resetMethods() {
        return function == null ? "" : String.join(" ", function.resetMethods());
    }

    /** Which port of its device it is; {@code null} if that can't be seen. */
    public @Nullable String port() {
        return parent == null ? null : parent.port(link.name());
    }

    /** The same with its interface as it is now. */
    public Target at(Link now) {
        return new Target(now, driver, ownNamespace, parent, function, usb, devlink);
    }
}
