// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import netreset.Printable;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.devlink.DevlinkSocket;
import netreset.linux.devlink.Port;
import netreset.linux.netlink.NetlinkException;

/** What the means by devlink have in common. */
final class Devlinks {
    /** What a process of the initial user namespace reads of its own: every id is itself (user_namespaces(7)). */
    private static final String INITIAL = "0 0 4294967295";

    private Devlinks() {}

    static DevlinkSocket open(Site site) throws ResetException {
        return site.open(() -> DevlinkSocket.open(site.libc()))
                .orElseThrow(() -> Failure.unsupported("this kernel has no devlink"));
    }

    /** Asks, where nothing has been done yet. */
    static <T> T ask(Site site, Callable<T> question) throws ResetException {
        try {
            return question.call();
        } catch (NetlinkException e) {
            throw explained(site, e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * For the user, with the kernel's own words. devlink wants the capability in the initial user namespace, where
     * ETHTOOL_RESET is content with the one that owns the network namespace (GENL_ADMIN_PERM, net/netlink/genetlink.c).
     */
    static ResetException explained(Site site, NetlinkException e) {
        String why = isInitialUserNamespace(site.self())
                ? "devlink needs " + Privilege.DEVLINK
                : "devlink needs " + Privilege.DEVLINK + ", and this process is in another one, as in a rootless"
                        + " container, where no capability suffices: run it outside";
        return Failure.of(e, why);
    }

    private static boolean isInitialUserNamespace(Path self) {
        String map = Sysfs.read(self, "uid_map");
        return map == null || map.strip().replaceAll("\\s+", " ").equals(INITIAL);
    }

    /** Whether the kernel turned the request down before it called the driver. */
    static boolean isHarmless(NetlinkException e) {
        return e.errno() == Errno.EPERM || e.errno() == Errno.EOPNOTSUPP || e.errno() == Errno.ENODEV;
    }

    /** What the kernel said beside a success. */
    static String words(String words) {
        return "the kernel says: " + Printable.line(words);
    }

    /** The other interfaces of the instance. */
    static List<String> siblings(Target target) {
        return target.devlink().ports().stream()
                .filter(port -> port.index() != target.link().index())
                .map(Port::name)
                .map(name -> Printable.brief(name) + ", another port of the same device")
                .toList();
    }
}
