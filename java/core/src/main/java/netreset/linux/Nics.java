// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import netreset.DeviceId;
import netreset.DeviceIdentity;
import netreset.Method;
import netreset.Nic;
import netreset.Offer;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.Resettability;
import netreset.bridge.Bridge;
import netreset.linux.ladder.Hardware;
import netreset.linux.ladder.Ladder;
import netreset.linux.ladder.Surroundings;
import netreset.linux.ladder.Target;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.RouteSocket;
import org.jspecify.annotations.Nullable;

/** The NICs of a network namespace, freshly asked for each time, and what can be reset on each. Touches none. */
final class Nics {
    static final String SCHEME = "nic";
    static final String PCI = "pci@";
    private static final Pattern PCI_ADDRESS = Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

    private final Bridge bridge;
    private final NetworkNamespace namespace;
    private final LinuxSite site;

    Nics(LinuxSite site) {
        this.bridge = site.bridge();
        this.namespace = site.namespace();
        this.site = site;
    }

    /**
     * A NIC with what a reset of it needs to know.
     *
     * @param answer what the probe said of its driver
     * @param target what stands behind it
     */
    record Found(Link link, Nic nic, ResetProbe.Answer answer, Target target) {}

    /** All of them, in the kernel's order. */
    List<Nic> list() throws ResetException {
        List<Link> links = links();
        Map<Integer, String> names = names(links);
        List<Nic> nics = new ArrayList<>(links.size());
        Surroundings surroundings = surroundings(links);
        try (EthtoolSocket socket = namespace.open(() -> EthtoolSocket.open(bridge));
                ResetProbe probe = ResetProbe.open(bridge, socket)) {
            for (Link link : links) {
                nics.add(found(link, names, socket, probe, surroundings).nic());
            }
        } catch (SystemCallException e) {
            throw e.explained();
        }
        return nics;
    }

    /**
     * The NIC that an id names.
     *
     * @throws ResetException INVALID_REQUEST if no NIC can be called so; NOT_FOUND if none is
     */
    Found find(DeviceId id) throws ResetException {
        boolean byAddress = id.name().startsWith(PCI);
        checkName(id, byAddress);
        List<Link> links = links();
        try (EthtoolSocket socket = namespace.open(() -> EthtoolSocket.open(bridge));
                ResetProbe probe = ResetProbe.open(bridge, socket)) {
            Link link = byAddress
                    ? withAddress(id.name().substring(PCI.length()), links, socket)
                    : called(id.name(), links);
            return found(link, names(links), socket, probe, surroundings(List.of(link)));
        } catch (SystemCallException e) {
            throw e.explained();
        }
    }

    /**
     * The NIC that a plan was made for, whatever it is called now.
     *
     * @throws ResetException NOT_FOUND if it isn't there any more
     */
    Found find(DeviceIdentity planned) throws ResetException {
        List<Link> links = links();
        try (EthtoolSocket socket = namespace.open(() -> EthtoolSocket.open(bridge));
                ResetProbe probe = ResetProbe.open(bridge, socket)) {
            for (Link link : links) {
                if (Snapshots.identity(link).sameDevice(planned)) {
                    return found(link, names(links), socket, probe, surroundings(List.of(link)));
                }
            }
        } catch (SystemCallException e) {
            throw e.explained();
        }
        throw DispatchError.vanished(planned.name());
    }

    /** The NIC on some hardware; {@code null} if there is none, or no telling which. */
    @Nullable
    Found find(Hardware hardware) throws ResetException {
        List<Link> links = links();
        Surroundings all = surroundings(links);
        List<Link> same = links.stream()
                .filter(link -> hardware.isSame(Hardware.of(all.behind(link, null))))
                .toList();
        if (same.size() != 1) {
            return null;
        }
        try (EthtoolSocket socket = namespace.open(() -> EthtoolSocket.open(bridge));
                ResetProbe probe = ResetProbe.open(bridge, socket)) {
            return found(same.get(0), names(links), socket, probe, all);
        } catch (SystemCallException e) {
            throw e.explained();
        }
    }

    private Surroundings surroundings(List<Link> links) {
        return Surroundings.of(site, namespace.label().isEmpty(), links);
    }

    private static void checkName(DeviceId id, boolean byAddress) throws ResetException {
        if (!id.scheme().equals(SCHEME)) {
            throw new ResetException(
                    Reason.INVALID_REQUEST,
                    "'" + Printable.brief(id.toString())
                            + "' is no NIC: on Linux a device is nic:NAME, such as nic:eth1");
        }
        if (!byAddress) {
            NicName.check(id.name());
        } else if (!PCI_ADDRESS.matcher(id.name().substring(PCI.length())).matches()) {
            throw new ResetException(
                    Reason.INVALID_REQUEST,
                    "'" + Printable.brief(id.name()) + "' is no PCI address: write pci@0000:03:00.0");
        }
    }

    private List<Link> links() throws ResetException {
        try (RouteSocket socket = namespace.open(() -> RouteSocket.open(bridge.libc()))) {
            return socket.links();
        } catch (NetlinkException e) {
            throw SystemCallException.explained(e);
        }
    }

    private static Map<Integer, String> names(List<Link> links) {
        Map<Integer, String> names = new HashMap<>();
        links.forEach(link -> names.put(link.index(), link.name()));
        return names;
    }

    private Link called(String name, List<Link> links) throws ResetException {
        for (Link link : links) {
            if (link.isCalled(name)) {
                return link;
            }
        }
        throw new ResetException(Reason.NOT_FOUND, "no NIC is called '" + Printable.brief(name) + "'" + here());
    }

    /** A virtio NIC's parent is on the virtio bus: its PCI address is only in what the driver says. */
    private Link withAddress(String address, List<Link> links, EthtoolSocket socket) throws ResetException {
        List<Link> matches = new ArrayList<>();
        for (Link link : links) {
            if (address.equals(link.parentDeviceName()) || address.equals(busInfo(link, socket))) {
                matches.add(link);
            }
        }
        if (matches.size() == 1) {
            return matches.get(0);
        }
        if (matches.isEmpty()) {
            throw new ResetException(Reason.NOT_FOUND, "no NIC has the PCI address " + address + here());
        }
        throw new ResetException(
                Reason.INVALID_REQUEST,
                "the PCI address " + address + " has several NICs, name one: "
                        + String.join(" ", matches.stream().map(Link::name).toList()));
    }

    private static @Nullable String busInfo(Link link, EthtoolSocket socket) {
        if (link.parentBusName() == null || link.parentBusName().equals("pci")) {
            return null;
        }
        EthtoolSocket.Drvinfo info = socket.drvinfo(link.name());
        return info == null ? null : info.busInfo();
    }

    private String here() {
        String label = namespace.label();
        return label.isEmpty() ? "" : " in the network namespace '" + Printable.brief(label) + "'";
    }

    private Found found(
            Link link, Map<Integer, String> names, EthtoolSocket socket, ResetProbe probe, Surroundings surroundings) {
        EthtoolSocket.Drvinfo info = socket.drvinfo(link.name());
        String driver = info == null || info.driver().isEmpty() ? null : info.driver();
        ResetProbe.Answer answer = probe.probe(link.name());
        Target target = surroundings.behind(link, driver);
        Nic nic = new Nic(
                new DeviceId(SCHEME, link.name()),
                link.index(),
                link.alternativeNames(),
                Snapshots.state(link),
                hardware(link, info, driver),
                link.masterIndex() == 0 ? null : names.get(link.masterIndex()),
                resettability(driver, answer),
                offers(target, answer));
        return new Found(link, nic, answer, target);
    }

    /** As if everything were allowed: what is refused or needs leave is for a plan to say. */
    private List<Offer> offers(Target target, ResetProbe.Answer answer) {
        RequestedScope any = new RequestedScope("function", 0);
        return new Ladder(site, new EthtoolMeans(site, any, answer), true, Set.of()).offers(target);
    }

    private static Nic.Hardware hardware(Link link, EthtoolSocket.@Nullable Drvinfo info, @Nullable String driver) {
        return new Nic.Hardware(
                link.kind(),
                link.parentDeviceName() == null,
                Snapshots.text(link.address()),
                Snapshots.text(link.permanentAddress()),
                driver,
                link.parentBusName(),
                link.parentDeviceName(),
                info == null || info.firmware().isEmpty() ? null : info.firmware());
    }

    private static Resettability resettability(@Nullable String driver, ResetProbe.Answer answer) {
        return switch (answer) {
            case IMPLEMENTED -> probed(Resettability.Answer.YES, "its driver implements ETHTOOL_RESET");
            case BUSY -> probed(Resettability.Answer.YES, "its driver resets, but is flashing a module's firmware now");
            case NOT_IMPLEMENTED -> probed(Resettability.Answer.NO, "its driver has no ETHTOOL_RESET");
            case NO_DEVICE -> unknown("its driver has detached it for now");
            case UNKNOWN -> guess(driver, "this kernel can't be probed");
            case NOT_PERMITTED -> guess(driver, "probing needs CAP_NET_ADMIN");
        };
    }

    private static Resettability probed(Resettability.Answer answer, String why) {
        List<String> methods = answer == Resettability.Answer.YES ? List.of(Method.ETHTOOL.word()) : List.of();
        return new Resettability(answer, Resettability.Source.PROBE, methods, why);
    }

    private static Resettability unknown(String why) {
        return new Resettability(Resettability.Answer.UNKNOWN, Resettability.Source.NONE, List.of(), why);
    }

    /** A driver that is in the table is known to reset; one that isn't may be newer than the table. */
    private static Resettability guess(@Nullable String driver, String why) {
        return DriverRecipe.of(driver) == null
                ? unknown(why)
                : new Resettability(
                        Resettability.Answer.YES,
                        Resettability.Source.TABLE,
                        List.of(Method.ETHTOOL.word()),
                        "drivers named " + driver + " reset, says the table; " + why);
    }
}
