// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import netreset.bridge.Libc;
import netreset.linux.abi.Netlink;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.state.KernelFiles;
import netreset.linux.state.LinkFacts;
import netreset.linux.state.StateSocket;
import netreset.linux.state.Tables;

/**
 * Says what speaks against an act on a NIC, all of it, from how things are at that moment: for the plan, and before
 * the act. Changes nothing. Bound to no thread, but used by one at a time.
 */
public final class SafetyCheck implements AutoCloseable {
    private final StateSocket state;
    private final KernelSocket diag;
    private final KernelFiles files;
    private final boolean ownNamespace;

    private SafetyCheck(StateSocket state, KernelSocket diag, KernelFiles files, boolean ownNamespace) {
        this.state = state;
        this.diag = diag;
        this.files = files;
        this.ownNamespace = ownNamespace;
    }

    /**
     * Opens sockets in the network namespace of the calling thread, which is the NIC's.
     *
     * @param ownNamespace whether that is also the one this process is in, and which /sys shows
     * @throws NetlinkException if they can't be opened
     */
    public static SafetyCheck open(Libc libc, KernelFiles files, boolean ownNamespace) throws NetlinkException {
        StateSocket state = StateSocket.open(libc, files);
        try {
            KernelSocket diag = KernelSocket.open(libc, Netlink.NETLINK_SOCK_DIAG);
            return new SafetyCheck(state, diag, files, ownNamespace);
        } catch (NetlinkException e) {
            state.close();
            throw e;
        }
    }

    /** Every code there is: an override that is none of them was mistyped. */
    public static Set<String> codes() {
        return Arrays.stream(Danger.values()).map(Danger::code).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Looks at the NIC with this ifindex; nothing speaks against an act on one that isn't there.
     *
     * @throws NetlinkException if the kernel doesn't tell: then nothing is known to be safe
     */
    public Assessment assess(int index, Act act) throws NetlinkException {
        Findings findings = new Findings();
        Tables tables = state.ways();
        LinkFacts nic = tables.link(index);
        if (nic != null) {
            Reach reach = Reach.of(nic, tables);
            Memberships.look(reach, findings);
            DefaultRoutes.look(reach, findings);
            XdpSockets.look(diag, index, ownNamespace ? files : null, findings);
            new Hardware(files, findings).look(nic, ownNamespace);
            if (ownNamespace) {
                new ControlPaths(reach, state, findings).look(files);
                new RootStorage(files, reach, state, findings).look();
            } else {
                findings.add(
                        Danger.OTHER_NAMESPACE,
                        "it is in another network namespace, which it would leave for the first one if its driver began anew");
            }
        }
        return findings.against(act);
    }

    /**
     * Looks at a device without an interface.
     *
     * @param bus such as {@code pci}
     * @param address its address there
     */
    public Assessment assessDevice(String bus, String address, Act act) {
        Findings findings = new Findings();
        Path device = files.device(bus, address);
        if (device != null) {
            new Hardware(files, findings).lookAt(device);
        }
        return findings.against(act);
    }

    /** Closes the sockets; again does nothing. */
    @Override
    public void close() {
        state.close();
        diag.close();
    }
}
