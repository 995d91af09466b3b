// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.bridge.MprapiModule;
import netreset.rras.Activity;
import netreset.rras.Inspection;
import netreset.rras.RasListing;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import netreset.rras.ServerInfo;
import netreset.rras.ServiceState;

/** Looks at a Routing and Remote Access server, and changes nothing. Each check stands for itself: none hides another. */
final class RasCheckup {
    private final List<Check> checks = new ArrayList<>();

    /** The checks, in an order that leads from cause to effect. */
    static List<Check> of(NetResetCommand root, RasServer.Options options) {
        RasCheckup checkup = new RasCheckup();
        checkup.check("system", RasCheckup::system);
        checkup.server(root, options);
        return List.copyOf(checkup.checks);
    }

    private interface Question {
        Check ask() throws ResetException;
    }

    /** An answer that can't be had is a note: the next question may have one. */
    private void check(String name, Question question) {
        part(name, Check::note, () -> checks.add(question.ask()));
    }

    private interface Part {
        void look() throws ResetException;
    }

    private void part(String name, BiFunction<String, String, Check> otherwise, Part part) {
        try {
            part.look();
        } catch (ResetException e) {
            checks.add(otherwise.apply(name, String.valueOf(e.getMessage())));
        }
    }

    private static Check system() {
        return Check.ok(
                "system",
                property("os.name") + " " + property("os.version") + ", " + property("os.arch") + ", Java "
                        + property("java.version"));
    }

    private static String property(String key) {
        return System.getProperty(key, "unknown");
    }

    private void server(NetResetCommand root, RasServer.Options options) {
        long began = System.nanoTime();
        try (RasServer server = root.connect(options)) {
            module(server.module());
            checks.add(Check.ok("connect", server.name() + ", in " + Words.duration(System.nanoTime() - began)));
            if (service(server)) {
                check("server", () -> info(server.info()));
                part("ports", Check::fail, () -> ports(server));
                part("answer", Check::note, () -> levels(server));
            }
        } catch (ResetException e) {
            String name = e.reason() == Reason.PLATFORM_UNSUPPORTED ? "library" : "connect";
            checks.add(Check.fail(name, String.valueOf(e.getMessage())));
        }
    }

    private void module(MprapiModule module) {
        String version = module.version() == null ? "version unknown" : "version " + module.version();
        checks.add(Check.ok(
                "library",
                module.path() + ", " + version + ", through " + module.bridge().name()));
        checks.add(Check.ok(
                "exports",
                Stream.of(MprapiFunction.values())
                        .filter(module::has)
                        .map(module::exportName)
                        .collect(Collectors.joining(", "))));
        String missing = Stream.of(MprapiFunction.values())
                .filter(function -> !module.has(function))
                .map(MprapiFunction::cName)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            checks.add(Check.note("exports", "not there: " + missing));
        }
    }

    /** Whether there is something to ask further. */
    private boolean service(RasServer server) throws ResetException {
        long began = System.nanoTime();
        ServiceState state = server.serviceState();
        String took = ", in " + Words.duration(System.nanoTime() - began);
        switch (state) {
            case RUNNING -> checks.add(Check.ok("service", "running" + took));
            case STARTING, UNKNOWN -> checks.add(Check.note("service", Words.of(state) + took));
            case LAN_ONLY ->
                checks.add(Check.note("service", "running, routes in the LAN only: it has no ports" + took));
            case ACCESS_DENIED, STOPPED_OR_DENIED ->
                checks.add(Check.fail(
                        "service",
                        Words.of(state) + took + ": run this elevated, as an administrator of the server; or start"
                                + " RemoteAccess there"));
            case STOPPED -> checks.add(Check.fail("service", "stopped" + took + ": start RemoteAccess"));
            case ABSENT -> checks.add(Check.fail("service", "this server has no Routing and Remote Access" + took));
            case UNREACHABLE ->
                checks.add(Check.fail("service", "unreachable" + took + ": the name, or the firewall for TCP 445"));
        }
        return state == ServiceState.RUNNING || state == ServiceState.STARTING || state == ServiceState.UNKNOWN;
    }

    private static Check info(ServerInfo info) {
        return Check.ok(
                "server",
                "up " + PortTable.elapsed(info.upSeconds()) + ", ports " + info.totalPorts() + ", in use "
                        + info.portsInUse());
    }

    private void ports(RasServer server) throws ResetException {
        long began = System.nanoTime();
        RasListing listing = server.list();
        String took = ", in " + Words.duration(System.nanoTime() - began);
        List<RasPort> ports = listing.ports();
        checks.add(Check.ok("ports", ports.size() + " listed" + took + "; " + activities(ports)));
        long suspect = count(ports, Activity.SUSPECT);
        if (suspect > 0) {
            checks.add(Check.note("ports", suspect + " look stuck: see netreset ras ports --state suspect"));
        }
        ResetException problem = listing.connectionsProblem();
        checks.add(
                problem == null
                        ? Check.ok("who", connections(listing))
                        : Check.note("who", "connections can't be listed: " + problem.getMessage()));
        // Which of them means none isn't documented; a 32-bit INVALID_HANDLE_VALUE may come without its sign.
        checks.add(Check.ok(
                "handles",
                "of ports without a connection: 0 on " + handles(ports, 0) + ", -1 on " + handles(ports, -1)
                        + ", 0xffffffff on " + handles(ports, 0xffff_ffffL)));
    }

    private static String activities(List<RasPort> ports) {
        return Stream.of(Activity.values())
                .map(activity -> count(ports, activity) + " " + Words.of(activity))
                .collect(Collectors.joining(", "));
    }

    private static long count(List<RasPort> ports, Activity activity) {
        return ports.stream().filter(port -> port.activity() == activity).count();
    }

    private static long handles(List<RasPort> ports, long handle) {
        return ports.stream().filter(port -> port.connectionHandle() == handle).count();
    }

    private static String connections(RasListing listing) {
        long joined = listing.ports().stream()
                .filter(port -> port.connection() != null)
                .count();
        return listing.connections().size() + " connections, " + joined + " ports with theirs";
    }

    private void levels(RasServer server) throws ResetException {
        for (Inspection.Answer answer : Inspection.of(server)) {
            String entries = answer.entries() < 0 ? "" : ", entries " + answer.entries();
            checks.add(Check.ok(
                    "answer", answer.question() + ": " + answer.symbol() + " (" + answer.code() + ")" + entries));
        }
    }
}
