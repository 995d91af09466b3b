// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreset.linux.state.KernelFiles;
import netreset.linux.state.LinkFacts;
import org.jspecify.annotations.Nullable;

/** What sysfs shows of the device behind a NIC, and of those beside it. */
final class Hardware {
    /** A PCI address without its function. */
    private static final Pattern SLOT = Pattern.compile("([0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\\.)[0-7]");

    private final KernelFiles files;
    private final Findings findings;

    Hardware(KernelFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** @param ownNamespace whether /sys/class/net shows the NIC's namespace */
    void look(LinkFacts nic, boolean ownNamespace) {
        Path device = files.device(nic.parentBus(), nic.parentDevice());
        Path shown = ownNamespace ? classFolder(nic.name()) : null;
        if (device == null && shown != null) {
            device = files.real(shown.resolve("device")); // Linux before 5.14 doesn't tell by netlink
        }
        if (shown != null && (Files.exists(shown.resolve("phy80211")) || Files.exists(shown.resolve("wireless")))) {
            findings.add(
                    Danger.WIFI, "it is a radio: it would have to join its network again, maybe without its password");
        }
        if (device == null) {
            if (!nic.isLoopback()) {
                findings.add(
                        Danger.VIRTUAL,
                        "no hardware stands behind it" + (nic.kind().isEmpty() ? "" : ", it is a " + nic.kind()));
            }
            return;
        }
        lookAt(device);
    }

    private @Nullable Path classFolder(String name) {
        try {
            Path folder = files.sys().resolve("class/net").resolve(name);
            return Files.isDirectory(folder) ? folder : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** A device by its folder: also one without an interface, given to a guest or a program. */
    void lookAt(Path device) {
        lookAtDriver(device, "it");
        List<String> functions = virtualFunctions(device);
        String count = files.text(device.resolve("sriov_numvfs"));
        if (!functions.isEmpty() || (count != null && !count.equals("0"))) {
            findings.add(
                    Danger.VIRTUAL_FUNCTIONS,
                    "it has " + (count == null ? functions.size() : count) + " virtual functions, which stop with it");
        }
        lookForRdma(device);
        lookForSiblings(device);
    }

    private void lookAtDriver(Path device, String who) {
        String driver = files.target(device.resolve("driver"));
        if (driver != null && (driver.startsWith("vfio") || driver.contains("uio"))) {
            findings.add(Danger.VFIO, who + " was given to a guest or a program (driver " + driver + ")");
        }
    }

    private List<String> virtualFunctions(Path device) {
        List<String> functions = new ArrayList<>();
        for (Path entry : files.children(device)) {
            if (entry.getFileName().toString().startsWith("virtfn")) {
                String address = String.valueOf(files.target(entry));
                functions.add(address);
                lookAtDriver(entry, "its virtual function " + address);
            }
        }
        return functions;
    }

    private void lookForRdma(Path device) {
        List<String> rdma = names(files.children(device.resolve("infiniband")));
        if (rdma.isEmpty()) {
            return;
        }
        List<String> verbs = names(files.children(device.resolve("infiniband_verbs")));
        List<String> users = users(verbs);
        findings.add(
                Danger.RDMA,
                "it does RDMA as " + String.join(", ", rdma)
                        + (users.isEmpty()
                                ? "; no process is seen to use that, and users in the kernel can't be seen"
                                : "; used by " + String.join(", ", users)));
    }

    /** Processes that have one of these devices below /dev/infiniband open. */
    private List<String> users(List<String> verbs) {
        List<String> users = new ArrayList<>();
        for (Path process : files.children(files.proc())) {
            String pid = process.getFileName().toString();
            if (!pid.isEmpty() && pid.chars().allMatch(Character::isDigit)) {
                boolean uses = files.children(process.resolve("fd")).stream()
                        .map(files::target)
                        .anyMatch(target -> target != null && verbs.contains(target));
                if (uses) {
                    users.add("process " + pid + " (" + files.text(process.resolve("comm")) + ")");
                }
            }
        }
        return users;
    }

    private void lookForSiblings(Path device) {
        Matcher slot = SLOT.matcher(device.getFileName().toString());
        String physical = files.target(device.resolve("physfn"));
        if (physical != null) {
            findings.add(
                    Danger.SHARED_CHIP,
                    "it is a virtual function of " + physical + ", and what reaches the chip reaches that");
        }
        if (!slot.matches()) {
            return;
        }
        for (Path sibling : files.children(files.sys().resolve("bus/pci/devices"))) {
            String address = sibling.getFileName().toString();
            if (address.startsWith(slot.group(1)) && !address.equals(slot.group())) {
                findings.add(Danger.SHARED_CHIP, "the same chip is also " + address + use(sibling));
            }
        }
    }

    private String use(Path device) {
        List<String> interfaces = names(files.children(device.resolve("net")));
        String driver = files.target(device.resolve("driver"));
        return interfaces.isEmpty()
                ? driver == null ? " (no driver)" : " (driver " + driver + ")"
                : " (" + String.join(", ", interfaces) + ")";
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> path.getFileName().toString()).toList();
    }
}
