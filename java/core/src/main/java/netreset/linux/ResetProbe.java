// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import netreset.bridge.Bridge;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Ethtool;

/**
 * Finds out whether a driver implements ETHTOOL_RESET without calling it. The kernel reads the command first, looks for
 * the driver's operation next, and copies the argument last (ethtool_reset, net/ethtool/ioctl.c): with the argument on a
 * {@link GuardPage}, EFAULT means that the operation is there, and EOPNOTSUPP that it isn't. A suspended device may be
 * woken.
 */
final class ResetProbe implements AutoCloseable {
    /** The one interface that is sure to have no reset, in every network namespace. */
    private static final String LOOPBACK = "lo";

    private final EthtoolSocket socket;
    private final GuardPage page;
    private final Answer selfTest;

    private ResetProbe(EthtoolSocket socket, GuardPage page) {
        this.socket = socket;
        this.page = page;
        this.selfTest = ask(LOOPBACK);
    }

    /** What a probe can say. */
    enum Answer {
        /** The driver can reset. */
        IMPLEMENTED,
        /** It can, but is flashing a module's firmware now. */
        BUSY,
        /** The driver has no reset. */
        NOT_IMPLEMENTED,
        /** Only who has CAP_NET_ADMIN may ask. */
        NOT_PERMITTED,
        /** The interface is gone, or detached by its driver. */
        NO_DEVICE,
        /** The kernel answers in a way that nothing follows from. */
        UNKNOWN
    }

    /**
     * Maps the page, and tries the probe on the loopback interface: a kernel that reads the argument earlier than the
     * probe counts on betrays itself there.
     *
     * @param socket opened in the network namespace to probe in; stays the caller's
     */
    static ResetProbe open(Bridge bridge, EthtoolSocket socket) throws SystemCallException {
        return new ResetProbe(socket, GuardPage.map(bridge, Ethtool.ETHTOOL_RESET));
    }

    /** Whether the loopback interface gave the only right answer, so that others may be believed. */
    boolean isTrusted() {
        return selfTest == Answer.NOT_IMPLEMENTED;
    }

    /** The answer for an interface whose name was just seen in a dump. */
    Answer probe(String name) {
        if (selfTest == Answer.NOT_PERMITTED) {
            return selfTest;
        }
        return isTrusted() ? ask(name) : Answer.UNKNOWN;
    }

    private Answer ask(String name) {
        return switch (-socket.query(name, page.wordAddress())) {
            case Errno.EFAULT -> Answer.IMPLEMENTED;
            case Errno.EBUSY -> Answer.BUSY;
            case Errno.EOPNOTSUPP -> Answer.NOT_IMPLEMENTED;
            case Errno.EPERM -> Answer.NOT_PERMITTED;
            case Errno.ENODEV -> Answer.NO_DEVICE;
            default -> Answer.UNKNOWN;
        };
    }

    @Override
    public void close() {
        page.close();
    }
}
