// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.Set;
import netreset.ResetException;
import netreset.linux.ladder.BusDevice;
import netreset.linux.ladder.Means;
import netreset.linux.ladder.Refusals;
import netreset.linux.ladder.Target;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.safety.Act;
import netreset.linux.safety.Assessment;
import netreset.linux.safety.SafetyCheck;

/** What hangs on a NIC and whom it would cut off, asked of the kernel each time: a kernel that doesn't tell forbids all. */
final class SafetyRefusals implements Refusals {
    private final LinuxSite site;

    SafetyRefusals(LinuxSite site) {
        this.site = site;
    }

    @Override
    public Set<String> codes() {
        return SafetyCheck.codes();
    }

    @Override
    public Against against(Target target, Means means) throws ResetException {
        Act act = new Act(means.rung(target), means.reachesChip(target));
        try (SafetyCheck check = site.open(() -> SafetyCheck.open(site.libc(), site.files(), target.ownNamespace()))) {
            Assessment nic = check.assess(target.link().index(), act);
            BusDevice device = target.bound();
            Assessment all = device == null || !nic.refusals().isEmpty()
                    ? nic
                    : check.assessDevice(device.bus(), device.name(), act);
            return new Against(all.refusals(), nic.notes());
        } catch (NetlinkException e) {
            throw SystemCallException.explained(e);
        }
    }
}
