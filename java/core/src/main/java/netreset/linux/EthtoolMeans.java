// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import netreset.Method;
import netreset.Printable;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetMask;
import netreset.Resettability.Answer;
import netreset.linux.ladder.Acted;
import netreset.linux.ladder.Deed;
import netreset.linux.ladder.Means;
import netreset.linux.ladder.Target;
import netreset.linux.netlink.Link;

/** ETHTOOL_RESET: the one means by which a driver says what it did. Which bits to ask for is its driver's recipe. */
final class EthtoolMeans implements Means {
    static final String DISABLES_DEVICE = "disables-device";

    private final LinuxSite site;
    private final RequestedScope scope;
    private final ResetProbe.Answer answer;

    /** @param answer what the probe said of the NIC it is for */
    EthtoolMeans(LinuxSite site, RequestedScope scope, ResetProbe.Answer answer) {
        this.site = site;
        this.scope = scope;
        this.answer = answer;
    }

    @Override
    public Method method() {
        return Method.ETHTOOL;
    }

    @Override
    public Has has(Target target) {
        return switch (answer) {
            case NOT_IMPLEMENTED -> new Has(Answer.NO, "its driver has no ETHTOOL_RESET");
            case NO_DEVICE -> new Has(Answer.NO, "its driver has detached it for now");
            default -> suits(target);
        };
    }

    private Has suits(Target target) {
        try {
            scope.bitsFor(target.driver());
        } catch (ResetException e) {
            return new Has(Answer.NO, String.valueOf(e.getMessage()));
        }
        return switch (answer) {
            case IMPLEMENTED -> new Has(Answer.YES, "its driver implements ETHTOOL_RESET");
            case BUSY -> new Has(Answer.YES, "its driver resets, but is flashing a module's firmware now");
            case NOT_PERMITTED -> new Has(Answer.UNKNOWN, "looking for ETHTOOL_RESET needs CAP_NET_ADMIN");
            default -> new Has(Answer.UNKNOWN, "this kernel can't be asked whether its driver has ETHTOOL_RESET");
        };
    }

    /**
     * The bits it asks for; and that the NIC can be reset so at all.
     *
     * @throws ResetException if it can't, whoever asks
     */
    int check(Target target) throws ResetException {
        String name = target.link().name();
        switch (answer) {
            case NOT_IMPLEMENTED -> throw DispatchError.unsupported(name, target.driver());
            case NO_DEVICE -> throw DispatchError.detached(name);
            default -> {
                return scope.bitsFor(target.driver());
            }
        }
    }

    @Override
    public String needs() {
        return "CAP_NET_ADMIN in the user namespace that owns the NIC's network namespace";
    }

    @Override
    public ResetMask requested(Target target) {
        try {
            return ResetFlags.mask(scope.bitsFor(target.driver()));
        } catch (ResetException e) {
            return ResetFlags.mask(0);
        }
    }

    @Override
    public List<String> steps(Target target) {
        return List.of("ioctl(SIOCETHTOOL, \"" + Printable.brief(target.link().name()) + "\", ETHTOOL_RESET "
                + requested(target).hex() + ")");
    }

    @Override
    public List<String> blastRadius(Target target) {
        return reachesChip(target)
                ? List.of("what its components are shared with: other ports and functions of the chip")
                : List.of();
    }

    @Override
    public boolean reachesChip(Target target) {
        return (requested(target).bits() & ResetFlags.SHARED_HALF & ResetFlags.NAMED) != 0;
    }

    @Override
    public List<String> losses() {
        return List.of();
    }

    @Override
    public String proof() {
        return "its driver clears the bits of what it reset; the carrier counters move with MAC or PHY";
    }

    @Override
    public List<Refusal> refusals(Target target) {
        return DriverRecipe.disablesDevice(target.driver(), requested(target).bits())
                ? List.of(new Refusal(
                        DISABLES_DEVICE,
                        "an EF100 NIC takes mgmt without mac-shared or phy-shared as an order to switch itself off"))
                : List.of();
    }

    @Override
    public List<String> notes(Target target) {
        List<String> notes = new ArrayList<>();
        DriverRecipe recipe = DriverRecipe.of(target.driver());
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

    @Override
    public boolean makesAnew() {
        return false;
    }

    @Override
    public Duration mayStartAfter(Target target) {
        DriverRecipe recipe = DriverRecipe.of(target.driver());
        return recipe == null ? DriverRecipe.UNKNOWN_MAY_START_AFTER : recipe.mayStartAfter();
    }

    @Override
    public Acted act(Target target, Link now) throws ResetException {
        return prepare(target, now).act();
    }

    /** The socket is there before the call is made, so that the call alone is measured. */
    @Override
    public Deed prepare(Target target, Link now) throws ResetException {
        int bits = check(target);
        if (answer == ResetProbe.Answer.NOT_PERMITTED) {
            throw DispatchError.notPermitted(now.name());
        }
        EthtoolSocket socket = site.open(() -> EthtoolSocket.open(site.bridge()));
        return () -> {
            try (socket) {
                int result = socket.reset(now.name(), bits);
                return result < 0
                        ? Acted.failed(-result, List.of())
                        : new Acted(0, Acted.Effect.DONE, true, socket.remaining(), List.of());
            }
        };
    }
}
