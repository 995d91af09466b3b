// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import netreset.Printable;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetMask;
import netreset.ResetPlan;
import netreset.ResetRequest;
import netreset.Verification;
import org.jspecify.annotations.Nullable;

/** Plans one ETHTOOL_RESET: which bits, which calls, and what speaks against it. */
final class EthtoolPlan {
    static final String DISABLES_DEVICE = "disables-device";

    private EthtoolPlan() {}

    /**
     * Checks that there is a refusal for every override: who mistypes one shall not believe it overridden.
     *
     * @throws ResetException INVALID_REQUEST if not
     */
    static void checkOverrides(ResetRequest request) throws ResetException {
        for (String code : request.overrides()) {
            if (!code.equals(DISABLES_DEVICE)) {
                throw new ResetException(
                        Reason.INVALID_REQUEST,
                        "'" + Printable.brief(code) + "' is no refusal that can be overridden: there is "
                                + DISABLES_DEVICE);
            }
        }
    }

    /**
     * The plan for a NIC that was found.
     *
     * @throws ResetException if it can't be reset so, whoever asks
     */
    static ResetPlan of(ResetRequest request, RequestedScope scope, Nics.Found found) throws ResetException {
        String name = found.link().name();
        String driver = found.nic().driver();
        switch (found.answer()) {
            case NOT_IMPLEMENTED -> throw DispatchError.unsupported(name, driver);
            case NO_DEVICE -> throw DispatchError.detached(name);
            default -> {
                // Every other answer leaves room for a reset.
            }
        }
        ResetMask mask = ResetFlags.mask(scope.bitsFor(driver));
        return new ResetPlan(
                request,
                found.nic(),
                Snapshots.identity(found.link()),
                EthtoolReset.METHOD,
                mask,
                steps(request, name, found.link().index(), mask),
                refusals(request, driver, mask),
                notes(scope, driver, found.answer()));
    }

    private static List<String> steps(ResetRequest request, String name, int index, ResetMask mask) {
        List<String> steps = new ArrayList<>();
        steps.add("subscribe to link events (netlink RTNLGRP_LINK)");
        steps.add("look at interface " + index + " (netlink RTM_GETLINK)");
        steps.add("ioctl(SIOCETHTOOL, \"" + Printable.brief(name) + "\", ETHTOOL_RESET " + mask.hex() + ")");
        if (request.verification() == Verification.LINK) {
            steps.add("look at interface " + index + " every " + LinkWatch.LOOK_INTERVAL_MILLIS
                    + " ms until its link is back, for at most "
                    + request.timeout().toMillis() + " ms");
        }
        return steps;
    }

    private static List<Refusal> refusals(ResetRequest request, @Nullable String driver, ResetMask mask) {
        List<Refusal> refusals = new ArrayList<>();
        if (DriverRecipe.disablesDevice(driver, mask.bits())) {
            refusals.add(new Refusal(
                    DISABLES_DEVICE,
                    "an EF100 NIC takes mgmt without mac-shared or phy-shared as an order to switch itself off"));
        }
        refusals.removeIf(refusal -> request.overrides().contains(refusal.code()));
        return refusals;
    }

    private static List<String> notes(RequestedScope scope, @Nullable String driver, ResetProbe.Answer answer) {
        List<String> notes = new ArrayList<>();
        DriverRecipe recipe = DriverRecipe.of(driver);
        if (recipe == null && scope.recipeWord() != null) {
            notes.add("what the driver resets isn't known: every component dedicated to this interface is asked for");
        }
        if (recipe != null && !recipe.note().isEmpty()) {
            notes.add(recipe.driver() + ": " + recipe.note());
        }
        switch (answer) {
            case NOT_PERMITTED -> notes.add("this process may not reset it: that needs CAP_NET_ADMIN");
            case UNKNOWN -> notes.add("this kernel can't be asked beforehand whether the driver resets");
            case BUSY -> notes.add("the driver is flashing a module's firmware: it will answer EBUSY");
            default -> {
                // Nothing a person need know.
            }
        }
        return notes;
    }
}
