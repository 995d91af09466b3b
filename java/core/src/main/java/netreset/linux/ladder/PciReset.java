// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreset.Method;
import netreset.Printable;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.Rung;
import netreset.linux.abi.Errno;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.LinkSwitch;
import netreset.linux.netlink.NetlinkException;
import org.jspecify.annotations.Nullable;

/**
 * Reset of the PCI function by sysfs, in a form that its driver bears: directly if the driver is told of it; with the
 * interface switched off meanwhile if that was seen to work; else with the driver unbound meanwhile, which costs as much as
 * {@link Rebind} and so needs leave to go as far. Without that leave it is refused.
 */
final class PciReset implements Means {
    static final String BOUND_DRIVER = "bound-driver";
    static final String VIRTIO_BOUND = "virtio-bound";
    static final String SHARED_BUS = "shared-bus";

    private final Site site;
    private final boolean mayUnbind;
    private final boolean forcedBound;
    private final boolean forcedVirtio;
    private final boolean forcedBus;

    /**
     * With what the caller allows.
     *
     * @param mayUnbind whether the driver may be unbound for it
     * @param forced the codes of the refusals that the caller overrides
     */
    PciReset(Site site, boolean mayUnbind, Set<String> forced) {
        this.site = site;
        this.mayUnbind = mayUnbind;
        this.forcedBound = forced.contains(BOUND_DRIVER);
        this.forcedVirtio = forced.contains(VIRTIO_BOUND);
        this.forcedBus = forced.contains(SHARED_BUS);
    }

    /** How the reset is made bearable. */
    private enum Form {
        DIRECT,
        SWITCHED_OFF,
        UNBOUND
    }

    /**
     * What is to be done.
     *
     * @param form how it is made bearable
     * @param ways the ways of resetting the kernel may try; {@code null} for those that are enabled
     */
    private record Choice(Form form, @Nullable List<String> ways) {}

    @Override
    public Method method() {
        return Method.PCI;
    }

    @Override
    public Rung rung(Target target) {
        return target.function() != null
                        && mayUnbind
                        && choice(target.function()).form() == Form.UNBOUND
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

    private Choice choice(PciFunction function) {
        String driver = function.device().driver();
        List<String> ways = function.resetMethods();
        List<String> allowed = isBusShared(function) && !forcedBus
                ? ways.stream().filter(way -> !way.equals("bus")).toList()
                : ways;
        List<String> narrowed = allowed.equals(ways) ? null : allowed;
        if (driver == null || Drivers.isSafe(driver)) {
            return new Choice(Form.DIRECT, narrowed);
        }
        String whileOff = Drivers.wayWhileOff(driver);
        if (whileOff != null && allowed.contains(whileOff)) {
            return new Choice(Form.SWITCHED_OFF, ways.equals(List.of(whileOff)) ? null : List.of(whileOff));
        }
        boolean forced = Drivers.isVirtio(driver) ? forcedVirtio : forcedBound;
        return new Choice(forced ? Form.DIRECT : Form.UNBOUND, narrowed);
    }

    /** The kernel resets a bus under a device only if that is alone on it; who else is there goes down with it. */
    private static boolean isBusShared(PciFunction function) {
        return !function.siblings().isEmpty();
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
        Choice choice = choice(function);
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

    private void bracket(Target target, PciFunction function, Form form, List<String> steps) {
        if (form == Form.UNBOUND) {
            List<String> binding = Binding.steps(site.sysfs(), function.device());
            steps.add(0, binding.get(0));
            steps.add(binding.get(1));
        } else if (form == Form.SWITCHED_OFF && target.link().isUp()) {
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
        if (forcedBus) {
            function.siblings().forEach(address -> radius.add("the function " + address + ", on the same bus"));
        }
        return radius;
    }

    @Override
    public boolean reachesChip(Target target) {
        return forcedBus && target.function() != null && isBusShared(target.function());
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
        if (choice(function).form() == Form.UNBOUND && !mayUnbind) {
            refusals.add(Drivers.isVirtio(driver) ? virtio() : bound(driver));
        }
        if (!forcedBus && isBusShared(function) && function.resetMethods().equals(List.of("bus"))) {
            refusals.add(new Refusal(
                    SHARED_BUS,
                    "its bus is all that can be reset, and " + String.join(", ", function.siblings())
                            + " would be reset with it"));
        }
        return refusals;
    }

    private static Refusal virtio() {
        return new Refusal(
                VIRTIO_BOUND,
                "under a bound virtio_net it stops every change to this machine's links, for ever: allow R7, and its driver"
                        + " is unbound meanwhile");
    }

    private static Refusal bound(@Nullable String driver) {
        return new Refusal(
                BOUND_DRIVER,
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
        Choice choice = choice(function);
        return switch (choice.form()) {
            case DIRECT -> reset(function, choice, new ArrayList<>());
            case SWITCHED_OFF -> switchedOff(function, choice, now);
            case UNBOUND -> unbound(target, function, choice);
        };
    }

    private Acted switchedOff(PciFunction function, Choice choice, Link now) throws ResetException {
        if (!now.isUp()) {
            return reset(function, choice, new ArrayList<>());
        }
        try (LinkSwitch link = site.open(() -> LinkSwitch.open(site.libc()))) {
            try {
                link.set(now.index(), false);
            } catch (NetlinkException e) {
                throw Failure.of(e, "switching " + Printable.brief(now.name()) + " off needs " + Privilege.NETWORK);
            }
            List<String> notes = new ArrayList<>();
            Acted done;
            Acted on;
            try {
                done = reset(function, choice, notes);
            } finally {
                on = LinkCycle.switchOn(link, now, notes);
            }
            return done.errno() == 0 && on.errno() != 0
                    ? Acted.failed(on.errno(), notes)
                    : new Acted(done.errno(), done.effect(), false, 0, notes);
        }
    }

    private Acted unbound(Target target, PciFunction function, Choice choice) throws ResetException {
        Binding binding = Binding.of(site.sysfs(), target);
        binding.unbind();
        List<String> notes = new ArrayList<>();
        int failed;
        Acted done = Acted.failed(Errno.EIO, notes);
        try {
            done = reset(function, choice, notes);
        } catch (ResetException e) {
            notes.add(String.valueOf(e.getMessage()));
        } finally {
            failed = binding.bind(notes);
        }
        if (failed != 0) {
            return Acted.stranded(failed, notes);
        }
        notes.add("its driver was unbound meanwhile");
        return new Acted(done.errno(), done.effect(), done.errno() == 0, 0, notes);
    }

    /** Whatever comes of it, the list of ways is afterwards as it was: the kernel would keep a change till reboot. */
    private Acted reset(PciFunction function, Choice choice, List<String> notes) throws ResetException {
        if (choice.ways() == null) {
            return reset(function, notes);
        }
        String before = String.join(" ", function.resetMethods());
        Sysfs.Written narrowed = site.sysfs().write(function.path(), "reset_method", String.join(" ", choice.ways()));
        if (!narrowed.isDone()) {
            throw Failure.of(narrowed);
        }
        try {
            return reset(function, notes);
        } finally {
            Sysfs.Written restored = site.sysfs().write(function.path(), "reset_method", before);
            if (!restored.isDone()) {
                notes.add("the list of reset methods couldn't be put back: " + restored.fault());
            }
        }
    }

    /** An error isn't innocence: e1000e said ENOTTY after a bus reset, and was dead. */
    private Acted reset(PciFunction function, List<String> notes) throws ResetException {
        Sysfs.Written written = site.sysfs().write(function.path(), "reset", "1");
        if (written.opening() && !written.isDone()) {
            throw Failure.of(written);
        } else if (!written.isDone()) {
            notes.add("the reset failed, and side effects are possible; " + written.fault());
            return Acted.failed(written.errno(), notes);
        }
        return Acted.accepted(notes);
    }
}
