// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import netreset.ResetException;
import netreset.bridge.Libc;

/** Where NICs are reset: a machine, and one of its network namespaces. What the means may use, and nothing else. */
public interface Site {
    /** The C library. */
    Libc libc();

    /** The kernel's device tree. */
    Sysfs sysfs();

    /** The folder of the files that USB devices are reached by. */
    Path usb();

    /** The folder that tells of this process. */
    Path self();

    /**
     * Opens a socket in the network namespace.
     *
     * @throws ResetException if the namespace can't be entered, or the opening fails
     */
    <T> T open(Callable<T> opening) throws ResetException;

    /**
     * ETHTOOL_NWAY_RST on an interface whose name was just seen.
     *
     * @return 0 or {@code -errno}
     * @throws ResetException if no socket can be had
     */
    int renegotiate(String name) throws ResetException;
}
