// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import netreset.bridge.Libc;
import netreset.linux.abi.If;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.Socket;

/**
 * Switches links of one network namespace on and off: by index, so that renaming one meanwhile doesn't matter. Used by one
 * thread at a time.
 */
public final class LinkSwitch implements AutoCloseable {
    private static final String CALL = "RTM_SETLINK";

    private final Conversation conversation;

    private LinkSwitch(Conversation conversation) {
        this.conversation = conversation;
    }

    /**
     * A socket in the network namespace of the calling thread.
     *
     * @throws NetlinkException if it can't be opened
     */
    public static LinkSwitch open(Libc libc) throws NetlinkException {
        return new LinkSwitch(Conversation.open(libc, Netlink.NETLINK_ROUTE));
    }

    /**
     * Switches the link with this ifindex on or off; blocks for as long as its driver takes.
     *
     * @throws NetlinkException if the kernel or the driver refuses
     */
    public void set(int index, boolean up) throws NetlinkException {
        conversation.ask(
                new Request(CALL, Rtnetlink.RTM_SETLINK, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK)
                        .u8(Socket.AF_UNSPEC)
                        .u8(0)
                        .u16(0)
                        .u32(index)
                        .u32(up ? If.IFF_UP : 0)
                        .u32(If.IFF_UP),
                Conversation.Reader.NOTHING);
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {
        conversation.close();
    }
}
