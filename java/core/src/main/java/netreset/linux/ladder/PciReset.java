// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreset.Method;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.Rung;
import netreset.linux.netlink.Link;
import org.jspecify.annotations.Nullable;

/**
 * Reset of the PCI function by sysfs, in a form that its driver bears: directly if the driver is told of it; with the
 * interface switched off meanwhile if that was seen to work; else with the driver unbound meanwhile, which costs as much as
 * {@link Rebind} and so needs leave to go as far. Without that leave it is refused.
 */
final class PciReset implements Means {
    private final Site site;
    private final boolean mayUnbind;
    private final Set<String> forced;

    /**
     * With what the caller allows.
     *
     * @param mayUnbind whether the driver may be unbound for it
     * @param forced the codes of the refusals that the caller overrides
     */
    PciReset(Site site, boolean mayUnbind, Set<String> forced) {
        this.site = site;
        this.mayUnbind = mayUnbind;
        this.forced = Set.copyOf(forced);
    }

    @Override
    public Method method() {
        return Method.PCI;
    }

    @Override
    public Rung rung(Target target) {
        return target.function() != null
                        && mayUnbind
                        && choice(target.function()).form() == PciResetChoice.Form.UNBOUND
                ? Rung.R7
                : Rung.R6;
    }

    @Override
    public Has has(Target target) {
        PciFunction function = target.function();
        if (function == null) {
            return Has.no("no PCI function that is a network controller stands behind it");
        } else if (!function.isResettable()) {
            return Has.no("the kernel knows no way to reset its function");
        }
        String ways = String.join(" ", function.resetMethods());
        return Has.yes(
                "the kernel can reset its function" + (ways.isEmpty() ? "" : ", by " + ways) + "; " + how(function));
    }

    private static String how(PciFunction function) {
        String driver = function.device().driver();
        if (driver == null) {
            return "no driver is bound to it";
        } else if (Drivers.isSafe(driver)) {
            return "its driver " + driver + " is told of it";
        }
        return Drivers.wayWhileOff(driver) != null && isWayThere(function, driver)
                ? "its driver " + driver + " bears it while the interface is off"
                : "its driver " + driver + " has to be unbound meanwhile";
    }

    private static boolean isWayThere(PciFunction function, String driver) {
        return function.resetMethods().contains(String.valueOf(Drivers.wayWhileOff(driver)));
    }

    private PciResetChoice choice(PciFunction function) {
        return PciResetChoice.of(function, forced);
    }

    private boolean isBusForced() {
        return forced.contains(PciResetChoice.SHARED_BUS);
    }

    @Override
    public String needs() {
        return Privilege.SYSFS;
    }

    @Override
    public List<String> steps(Target target) {
        PciFunction function = target.function();
        if (function == null) {
            return List.of();
        }
        PciResetChoice choice = choice(function);
        List<String> steps = new ArrayList<>();
        if (choice.ways() != null) {
            steps.add("write(" + function.path().resolve("reset_method") + ", \"" + String.join(" ", choice.ways())
                    + "\")");
        }
        steps.add("write(" + function.path().resolve("reset") + ", \"1\")");
        if (choice.ways() != null) {
            steps.add("write(" + function.path().resolve("reset_method") + ", \""
                    + String.join(" ", function.resetMethods()) + "\")");
        }
        bracket(target, function, choice.form(), steps);
        return steps;
    }

    private void bracket(Target target, PciFunction function, PciResetChoice.Form form, List<String> steps) {
        if (form == PciResetChoice.Form.UNBOUND) {
            List<String> binding = Binding.steps(site.sysfs(), function.device());
            steps.add(0, binding.get(0));
            steps.add(binding.get(1));
        } else if (form == PciResetChoice.Form.SWITCHED_OFF && target.link().isUp()) {
            List<String> cycle = new LinkCycle(site).steps(target);
            steps.add(0, cycle.get(0));
            steps.add(cycle.get(1));
        }
    }

    @Override
    public List<String> blastRadius(Target target) {
        PciFunction function = target.function();
        if (function == null) {
            return List.of();
        }
        List<String> radius = new ArrayList<>(Functions.otherInterfaces(target));
        if (isBusForced()) {
            function.siblings().forEach(address -> radius.add("the function " + address + ", on the same bus"));
        }
        return radius;
    }

    @Override
    public boolean reachesChip(Target target) {
        return isBusForced() && target.function() != null && PciResetChoice.isBusShared(target.function());
    }

    @Override
    public List<String> losses() {
        return List.of(
                "all registers of the device",
                "in the form with the driver unbound, all that rebind loses; with the interface off, all that link loses");
    }

    @Override
    public String proof() {
        return "the write returned 0, which proves nothing: carrier and counters stay as they are, only traffic tells";
    }

    @Override
    public List<Refusal> refusals(Target target) {
        PciFunction function = target.function();
        if (function == null) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>();
        String driver = function.device().driver();
        if (choice(function).form() == PciResetChoice.Form.UNBOUND && !mayUnbind) {
            refusals.add(Drivers.isVirtio(driver) ? virtio() : bound(driver));
        }
        if (!isBusForced() && PciResetChoice.isBusShared(function) && PciResetChoice.isBusOnly(function)) {
            refusals.add(new Refusal(
                    PciResetChoice.SHARED_BUS,
                    "its bus is all that can be reset, and " + String.join(", ", function.siblings())
                            + " would be reset with it"));
        }
        return refusals;
    }

    private static Refusal virtio() {
        return new Refusal(
                PciResetChoice.VIRTIO_BOUND,
                "under a bound virtio_net it stops every change to this machine's links, for ever: allow R7, and its driver"
                        + " is unbound meanwhile");
    }

    private static Refusal bound(@Nullable String driver) {
        return new Refusal(
                PciResetChoice.BOUND_DRIVER,
                "its driver " + driver
                        + " isn't told of a reset, and may be dead with a carrier after it: allow R7, and it is"
                        + " unbound meanwhile");
    }

    @Override
    public List<String> notes(Target target) {
        return List.of("after a reset of a function the carrier proves nothing: see whether traffic passes");
    }

    @Override
    public boolean makesAnew() {
        return true;
    }

    @Override
    public Duration mayStartAfter(Target target) {
        return Duration.ofSeconds(2);
    }

    /** Looks again: what was true for the plan has to be true now, or the refused forms come in by the back door. */
    @Override
    public Acted act(Target target, Link now) throws ResetException {
        PciFunction planned = target.function();
        PciFunction function = planned == null
                ? null
                : PciFunction.at(site.sysfs(), planned.address()).orElse(null);
        if (function == null || !function.isResettable()) {
            throw Failure.unsupported(has(target).why());
        }
        List<Refusal> refusals = refusals(target);
        if (!refusals.isEmpty()) {
            throw new ResetException(Reason.UNSUPPORTED, refusals.get(0).reason());
        }
        return new PciResetAct(site, function, choice(function)).run(target, now);
    }
}
