// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import netreset.Device;
import netreset.Interrupted;
import netreset.NetReset;
import netreset.Printable;
import netreset.ResetException;
import netreset.Resettability;
import netreset.bridge.BridgeStatus;
import netreset.bridge.Bridges;
import netreset.bridge.CLibrary;
import netreset.bridge.MprapiModule;
import netreset.bridge.NoBridgeException;
import netreset.bridge.NoMprapiException;

/** Looks at everything netreset needs, and touches none of it. Each check stands for itself: none hides another. */
final class Checkup {
    private final List<Check> checks = new ArrayList<>();
    private final boolean linux = property("os.name").equals("Linux");
    private final boolean windows = CLibrary.here() == CLibrary.KERNEL32;

    /** The checks, in an order that leads from cause to effect. */
    static List<Check> of(NetResetCommand root) {
        Checkup checkup = new Checkup();
        checkup.java();
        checkup.bridges();
        if (checkup.linux) {
            checkup.privileges();
        }
        checkup.mprapi();
        checkup.devices(root);
        return List.copyOf(checkup.checks);
    }

    private void java() {
        checks.add(Check.ok(
                "java", property("java.version") + ", " + property("java.vendor") + ", " + property("os.arch")));
        String system = property("os.name") + " " + property("os.version");
        checks.add(
                linux || windows
                        ? Check.ok("system", system)
                        : Check.fail("system", system + ": there are devices to reset on Linux and Windows only"));
    }

    private static String property(String key) {
        return System.getProperty(key, "unknown");
    }

    private void bridges() {
        List<BridgeStatus> statuses = Bridges.find().statuses();
        if (statuses.isEmpty()) {
            checks.add(Check.fail("bridge", "none: add netreset-ffm or netreset-jna to the class path"));
        }
        boolean none = statuses.stream().noneMatch(BridgeStatus::available);
        for (BridgeStatus status : statuses) {
            if (status.available()) {
                checks.add(Check.ok("bridge", status.toString()));
            } else {
                checks.add(new Check("bridge", none ? Check.Status.FAIL : Check.Status.NOTE, status.toString()));
            }
        }
    }

    private void privileges() {
        try {
            ProcessPrivileges privileges = ProcessPrivileges.read();
            capabilities(privileges);
            checks.add(
                    privileges.initialUserNamespace()
                            ? Check.ok("namespace", "the machine's own user namespace")
                            : Check.note(
                                    "namespace",
                                    "a user namespace of its own: only NICs moved into its network namespace can be reset"));
        } catch (IOException e) {
            checks.add(
                    Check.note("privilege", "/proc can't be read (" + e.getMessage() + "): mount it to see more here"));
        }
    }

    private void capabilities(ProcessPrivileges privileges) {
        if (privileges.has(ProcessPrivileges.CAP_NET_ADMIN)) {
            checks.add(Check.ok("privilege", String.join(", ", privileges.names())));
        } else {
            checks.add(Check.note("privilege", "no CAP_NET_ADMIN: listing works, for resets run it as root"));
        }
        if (!privileges.has(ProcessPrivileges.CAP_SYS_ADMIN)) {
            checks.add(Check.note("privilege", "no CAP_SYS_ADMIN: for --netns run it as root"));
        }
    }

    /** Which library of Windows' ports was loaded, if any: a planted one would be seen here. */
    private void mprapi() {
        if (!windows) {
            checks.add(Check.ok("mprapi", "none: ports of Routing and Remote Access are on Windows"));
            return;
        }
        try {
            checks.add(Check.ok(
                    "mprapi", MprapiModule.system(Bridges.find().best()).path()));
        } catch (NoBridgeException | NoMprapiException e) {
            checks.add(Check.fail("mprapi", String.valueOf(e.getMessage())));
        }
    }

    private void devices(NetResetCommand root) {
        try (NetReset netReset = root.open(null);
                Progress progress = new Progress(root.console(), "doctor")) {
            progress.start();
            List<Device> devices = netReset.devices();
            if (linux) {
                probe(devices);
            }
            resettable(devices, netReset.bridge());
            interrupted(netReset);
        } catch (ResetException e) {
            checks.add(Check.fail("devices", "can't be listed: " + e.getMessage()));
        }
    }

    private void interrupted(NetReset netReset) throws ResetException {
        for (Interrupted interrupted : netReset.interrupted()) {
            checks.add(Check.note(
                    "journal",
                    "an operation on " + Printable.line(interrupted.target() + " " + interrupted.what())
                            + ": netreset reset --resume puts back what it left"));
        }
    }

    /** The loopback interface surely has no reset: only a probe that works and is trusted says so. */
    private void probe(List<Device> devices) {
        Resettability loopback = devices.stream()
                .filter(device -> device.name().equals("lo"))
                .map(Device::resettability)
                .findFirst()
                .orElse(null);
        if (loopback == null) {
            checks.add(
                    Check.note("probe", "no interface is called lo: what can be reset is told by the driver's name"));
        } else if (loopback.source() == Resettability.Source.PROBE && loopback.answer() == Resettability.Answer.NO) {
            checks.add(Check.ok("probe", "the kernel tells which drivers can reset"));
        } else {
            checks.add(Check.note("probe", loopback.why() + ": what can be reset is told by the driver's name"));
        }
    }

    private void resettable(List<Device> devices, String bridge) {
        long yes = devices.stream()
                .filter(device -> device.resettability().answer() == Resettability.Answer.YES)
                .count();
        long unknown = devices.stream()
                .filter(device -> device.resettability().answer() == Resettability.Answer.UNKNOWN)
                .count();
        String text =
                devices.size() + " listed through " + bridge + ": " + yes + " can be reset, " + unknown + " unknown";
        checks.add(
                yes > 0
                        ? Check.ok("devices", text + "; see netreset list")
                        : Check.note("devices", text + "; netreset list --json says why"));
    }
}
