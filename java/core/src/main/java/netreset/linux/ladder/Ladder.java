// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import netreset.Method;
import netreset.Offer;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetRequest;
import netreset.Resettability.Answer;
import netreset.Rung;
import netreset.linux.abi.Errno;

/** Every means there is, from the mildest on, and which of them a request is for. */
public final class Ladder {
    /** Every code by which a form of a means is refused here. */
    public static final Set<String> CODES =
            Set.of(PciResetChoice.BOUND_DRIVER, PciResetChoice.VIRTIO_BOUND, PciResetChoice.SHARED_BUS);

    private final List<Means> all;

    /**
     * The means at a site.
     *
     * @param ethtool ETHTOOL_RESET, which isn't this package's
     * @param mayUnbind whether a reset of a function may unbind its driver
     * @param forced the codes of the refusals that the caller overrides
     */
    public Ladder(Site site, Means ethtool, boolean mayUnbind, Set<String> forced) {
        all = List.of(
                new Nway(site),
                new LinkCycle(site),
                ethtool,
                new HealthRecover(site),
                DevlinkReload.reinit(site),
                DevlinkReload.firmware(site),
                DevlinkReload.firmwareLive(site),
                new UsbReset(site),
                new Rebind(site),
                new PciReset(site, mayUnbind, forced),
                new RemoveRescan(site));
    }

    /** Whether a request allows what costs as much as unbinding. */
    public static boolean mayUnbind(ResetRequest request) {
        return request.upTo() != null && request.upTo().compareTo(Rung.R7) >= 0;
    }

    /** Which means a NIC has, and which it hasn't. */
    public List<Offer> offers(Target target) {
        return all.stream()
                .map(means -> means.offer(target))
                .sorted((one, other) -> one.rung().compareTo(other.rung()))
                .toList();
    }

    /** Which resets a NIC has for all that looking tells, in words; empty if none. */
    public String words(Target target) {
        return offers(target).stream()
                .filter(offer -> offer.answer() == Answer.YES && offer.method() != Method.NWAY)
                .map(offer -> offer.method().word() + " (" + offer.rung() + ")")
                .collect(Collectors.joining(", "));
    }

    /**
     * The means to try, one after the other, each reaching further than the one before.
     *
     * @throws ResetException INVALID_REQUEST if the request contradicts itself; UNSUPPORTED if the NIC has nothing like it
     */
    public List<Means> chosen(ResetRequest request, Target target) throws ResetException {
        Method method = request.method();
        Rung upTo = request.upTo();
        if (upTo == null) {
            return List.of(called(method == null ? Method.ETHTOOL : method));
        } else if (method == null) {
            return climb(request, upTo == Rung.R0 ? Rung.R0 : Rung.R1, upTo, target);
        } else if (method.rung().compareTo(upTo) > 0) {
            throw new ResetException(
                    Reason.INVALID_REQUEST,
                    "the method " + method.word() + " is " + method.rung() + ", past the highest rung allowed, "
                            + upTo);
        }
        List<Means> chosen = new ArrayList<>(List.of(called(method)));
        for (Means means : offered(upTo, target)) {
            add(means, target, chosen);
        }
        return chosen;
    }

    /** Of two on the same rung the second reaches no further: it isn't tried. */
    private static void add(Means means, Target target, List<Means> chosen) {
        boolean further = chosen.isEmpty()
                || means.rung(target).compareTo(chosen.get(chosen.size() - 1).rung(target)) > 0;
        if (further) {
            chosen.add(means);
        }
    }

    private Means called(Method method) {
        return all.stream()
                .filter(means -> means.method() == method)
                .findFirst()
                .orElseThrow();
    }

    private List<Means> climb(ResetRequest request, Rung from, Rung highest, Target target) throws ResetException {
        List<Means> chosen = new ArrayList<>();
        for (Means means : offered(highest, target)) {
            if (means.rung(target).compareTo(from) >= 0) {
                add(means, target, chosen);
            }
        }
        if (chosen.isEmpty()) {
            throw Failure.with(
                    Reason.UNSUPPORTED,
                    Printable.brief(request.target().name()) + " has no means of being reset up to " + highest + ": "
                            + offers(target).stream()
                                    .filter(offer -> offer.rung().compareTo(highest) <= 0)
                                    .map(offer -> offer.method().word() + ": " + offer.why())
                                    .collect(Collectors.joining("; ")),
                    Errno.EOPNOTSUPP);
        }
        return chosen;
    }

    /**
     * What a NIC has up to a rung, as far as it makes sense unasked: no recovery of what is well, no firmware but where
     * that is the highest rung, nothing that would be refused for its own nature.
     */
    private List<Means> offered(Rung upTo, Target target) {
        return all.stream()
                .filter(means -> means.rung(target).compareTo(upTo) <= 0)
                .filter(means -> means.has(target).answer() != Answer.NO)
                .filter(means -> isMeant(means, upTo, target))
                .filter(means -> means.refusals(target).isEmpty())
                .sorted((one, other) -> one.rung(target).compareTo(other.rung(target)))
                .toList();
    }

    private static boolean isMeant(Means means, Rung upTo, Target target) {
        return switch (means.method()) {
            case HEALTH -> HealthRecover.isNeeded(target);
            case FIRMWARE -> upTo == Rung.R5;
            case FIRMWARE_LIVE -> false;
            case NWAY -> upTo == Rung.R0;
            default -> true;
        };
    }
}
