// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.state.KernelFiles;
import netreset.linux.state.LinkFacts;
import netreset.linux.state.StateSocket;
import org.jspecify.annotations.Nullable;

/** File systems the machine can't do without, if they come over the network: without them not even this ends well. */
final class RootStorage {
    private static final Set<String> MOUNT_POINTS = Set.of("/", "/usr", "/var");
    private static final Set<String> NETWORK_TYPES =
            Set.of("nfs", "nfs4", "cifs", "smb3", "ceph", "glusterfs", "9p", "afs", "lustre", "fuse.sshfs");
    private static final Pattern ADDRESS_OPTION = Pattern.compile("(?:^|,)addr=([^,]+)");
    private static final Pattern TRANSPORT_ADDRESS = Pattern.compile("(?:^|,)traddr=([^,]+)");
    private static final Pattern HOST_INTERFACE = Pattern.compile("(?:^|,)host_iface=([^,]+)");

    /** Mappings on mappings: more than anybody stacks. */
    private static final int MAX_DEPTH = 16;

    private final KernelFiles files;
    private final Reach reach;
    private final StateSocket socket;
    private final Findings findings;

    RootStorage(KernelFiles files, Reach reach, StateSocket socket, Findings findings) {
        this.files = files;
        this.reach = reach;
        this.socket = socket;
        this.findings = findings;
    }

    /** Lines of /proc/self/mountinfo (Documentation/filesystems/proc.rst): 3 is major:minor, 5 the point, after - the type. */
    void look() throws NetlinkException {
        String table = files.text(files.proc().resolve("self/mountinfo"));
        for (String line : table == null ? List.<String>of() : table.lines().toList()) {
            String[] halves = line.split(" - ", 2);
            String[] mount = halves[0].split(" ", -1);
            String[] source = halves.length < 2 ? new String[0] : halves[1].split(" ", -1);
            if (mount.length > 4 && source.length > 1 && MOUNT_POINTS.contains(mount[4])) {
                look(mount[4], mount[2], source);
            }
        }
    }

    /** @param source type, device and options of the file system */
    private void look(String point, String number, String[] source) throws NetlinkException {
        if (NETWORK_TYPES.contains(source[0])) {
            Matcher option = ADDRESS_OPTION.matcher(source.length > 2 ? source[2] : "");
            judge(point + " is on " + source[0] + " (" + source[1] + ")", option.find() ? option.group(1) : null);
            return;
        }
        Path device = files.real(files.sys().resolve("dev/block").resolve(number));
        if (device != null) {
            lookAtDevice(point, device, 0);
        }
    }

    private void lookAtDevice(String point, Path device, int depth) throws NetlinkException {
        List<Path> below = files.children(device.resolve("slaves"));
        for (Path slave : below) {
            Path real = files.real(slave);
            if (real != null && depth < MAX_DEPTH) {
                lookAtDevice(point, real, depth + 1);
            }
        }
        String name = device.getFileName().toString();
        if (name.startsWith("nbd") || name.startsWith("drbd") || name.startsWith("rbd")) {
            judge(point + " is on " + name + ", a network block device", null);
        }
        for (String address : iscsi(device)) {
            judge(point + " is on " + name + ", by iSCSI from " + address, address);
        }
        for (Path controller : nvme(device)) {
            lookAtNvme(point, name, controller);
        }
    }

    /** A device of iSCSI is below its session: …/sessionN/target…; the connection's file has the address. */
    private List<String> iscsi(Path device) {
        List<String> addresses = new ArrayList<>();
        for (Path part : device) {
            String name = part.toString();
            if (name.matches("session\\d+")) {
                String prefix = "connection" + name.substring("session".length()) + ":";
                for (Path connection : files.children(files.sys().resolve("class/iscsi_connection"))) {
                    if (connection.getFileName().toString().startsWith(prefix)) {
                        String address = files.text(connection.resolve("persistent_address"));
                        addresses.add(address == null ? "an unknown address" : address);
                    }
                }
            }
        }
        return addresses;
    }

    /** The controllers of a namespace: its parent, or all of its subsystem with native multipath. */
    private List<Path> nvme(Path device) {
        List<Path> controllers = new ArrayList<>();
        for (Path parent = device; parent != null; parent = parent.getParent()) {
            Path name = parent.getFileName();
            if (name != null && name.toString().matches("nvme-subsys\\d+|nvme\\d+")) {
                controllers.add(parent);
                files.children(parent).stream()
                        .filter(child -> child.getFileName().toString().matches("nvme\\d+"))
                        .forEach(controllers::add);
            }
        }
        return controllers.stream()
                .filter(path -> Files.exists(path.resolve("transport")))
                .toList();
    }

    private void lookAtNvme(String point, String name, Path controller) throws NetlinkException {
        String transport = files.text(controller.resolve("transport"));
        String address = files.text(controller.resolve("address"));
        if (transport == null || transport.equals("pcie") || transport.equals("loop") || address == null) {
            return;
        }
        String what = point + " is on " + name + ", by NVMe over " + transport;
        Matcher host = HOST_INTERFACE.matcher(address);
        LinkFacts named = host.find() ? reach.tables().link(host.group(1)) : null;
        if (named != null) {
            if (reach.has(named.index())) {
                findings.add(Danger.STORAGE_ROOT, what + " through it" + reach.by(named.index()));
            }
            return;
        }
        Matcher target = TRANSPORT_ADDRESS.matcher(address);
        judge(what, target.find() ? target.group(1) : null);
    }

    /** Whether the way to the server is among what stops; a server nobody knows may be behind any NIC. */
    private void judge(String what, @Nullable String server) throws NetlinkException {
        ByteBuffer address = server == null ? null : IpAddress.parse(server);
        if (address == null) {
            findings.add(Danger.STORAGE_ROOT, what + ", and by which interface isn't known: it may be this one");
            return;
        }
        int way = socket.wayTo(address);
        if (reach.has(way)) {
            findings.add(Danger.STORAGE_ROOT, what + " through it" + reach.by(way));
        }
    }
}
