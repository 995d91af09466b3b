// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import netreset.DeviceId;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetPlan;
import netreset.Rung;
import netreset.Stage;

/**
 * Whom the helper serves, and with what.
 *
 * @param addresses PCI addresses, such as {@code 0000:03:00.0}
 */
record HelperPolicy(Set<String> addresses, Rung upTo, Set<UserPrincipal> users) {
    void checkUser(UserPrincipal user) throws ResetException {
        if (!users.contains(user)) {
            throw refused("the helper doesn't serve user " + user.getName());
        }
    }

    /** A name may be another NIC's by now: what is allowed is the hardware that the plan is bound to. */
    void check(ResetPlan plan) throws ResetException {
        DeviceId target = plan.request().target();
        if (!target.scheme().equals("nic")) {
            throw new ResetException(Reason.INVALID_REQUEST, "the helper resets NICs only: " + target);
        }
        String address = plan.identity().busAddress();
        boolean named = target.name().startsWith("pci@")
                && addresses.contains(target.name().substring(4));
        if (!named && (address == null || !addresses.contains(address))) {
            throw refused(target + " isn't among the PCI devices that the helper may reset");
        }
        for (Stage stage : plan.stages()) {
            if (stage.rung().compareTo(upTo) > 0) {
                throw refused("the helper goes up to " + upTo + ", and that is " + stage.rung());
            }
        }
    }

    private static ResetException refused(String why) {
        return new ResetException(Reason.PERMISSION_DENIED, why);
    }
}
