// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.ArrayList;
import java.util.List;
import netreset.Method;
import netreset.ResetException;
import netreset.linux.netlink.Link;

/** The driver is unbound from the device and bound again: what was the interface is gone, and another one comes. */
final class Rebind implements Means {
    /** What doing without the netdev for a moment loses. */
    static final List<String> LOSSES = List.of(
            "the interface's index, and being switched on",
            "addresses, routes, neighbours, queueing disciplines",
            "MTU, alternative names, membership in a bond or bridge, VLANs on it",
            "ring, channel and interrupt settings",
            "its network namespace: it comes back in the initial one");

    private final Site site;

    Rebind(Site site) {
        this.site = site;
    }

    @Override
    public Method method() {
        return Method.REBIND;
    }

    /** PCI and platform devices: their drivers' folders are known to have no other meaning. */
    @Override
    public Has has(Target target) {
        BusDevice device = target.bound();
        if (device == null) {
            return Has.no("no device stands behind it");
        } else if (target.function() == null && !device.bus().equals("platform")) {
            return Has.no("unbinding from the bus " + device.bus() + " isn't done here");
        }
        String driver = device.driver();
        return driver == null
                ? Has.no("no driver is bound to " + device.name())
                : Has.yes("the driver " + driver + " is bound to " + device.name());
    }

    @Override
    public String needs() {
        return Privilege.SYSFS;
    }

    @Override
    public List<String> steps(Target target) {
        BusDevice device = target.bound();
        return device == null ? List.of() : Binding.steps(site.sysfs(), device);
    }

    @Override
    public List<String> blastRadius(Target target) {
        return Functions.otherInterfaces(target);
    }

    @Override
    public List<String> losses() {
        return LOSSES;
    }

    @Override
    public String proof() {
        return "the same hardware is there under a new interface index";
    }

    @Override
    public boolean makesAnew() {
        return true;
    }

    @Override
    public Acted act(Target target, Link now) throws ResetException {
        Binding binding = Binding.of(site.sysfs(), target);
        binding.unbind();
        List<String> notes = new ArrayList<>();
        int errno = binding.bind(notes);
        return errno == 0 ? Acted.proven(notes) : Acted.stranded(errno, notes);
    }
}
