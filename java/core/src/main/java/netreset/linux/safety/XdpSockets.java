// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.SockDiag;
import netreset.linux.abi.Socket;
import netreset.linux.abi.XdpDiagMsg;
import netreset.linux.abi.XdpDiagReq;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.Message;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.Request;
import netreset.linux.state.KernelFiles;
import org.jspecify.annotations.Nullable;

/** AF_XDP sockets, by which programs take packets past the kernel (Documentation/networking/af_xdp.rst). */
final class XdpSockets {
    private static final int UNKNOWN = -1;

    private XdpSockets() {}

    /** @param files shows the namespace's protocols; {@code null} if it is another one's /proc */
    static void look(KernelSocket diag, int index, @Nullable KernelFiles files, Findings findings) {
        int sockets = files == null ? UNKNOWN : count(files);
        if (sockets == 0) {
            return; // asked all the same, the kernel might load a module to answer
        }
        try {
            int queues = queues(diag, index);
            if (queues > 0) {
                findings.add(
                        Danger.AF_XDP,
                        "programs take packets from " + queues + " of its queues by AF_XDP sockets, which it loses");
            }
        } catch (NetlinkException e) {
            if (sockets == UNKNOWN) {
                findings.note("this kernel can't be asked whether AF_XDP sockets are bound to it: " + e.getMessage());
            } else {
                findings.add(
                        Danger.AF_XDP,
                        "there are AF_XDP sockets, and this kernel doesn't tell on which interface: it may be this one");
            }
        }
    }

    /** How many there are in the namespace: the third word of the line XDP. */
    private static int count(KernelFiles files) {
        String protocols = files.text(files.proc().resolve("self/net/protocols"));
        if (protocols == null) {
            return UNKNOWN;
        }
        for (String line : protocols.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            if (words.length > 2 && words[0].equals("XDP")) {
                return words[2].matches("\\d{1,9}") ? Integer.parseInt(words[2]) : UNKNOWN;
            }
        }
        return 0;
    }

    private static int queues(KernelSocket diag, int index) throws NetlinkException {
        Request request = new Request(
                        "SOCK_DIAG_BY_FAMILY", SockDiag.SOCK_DIAG_BY_FAMILY, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP)
                .u8(Socket.AF_XDP)
                .u8(0)
                .u16(0)
                .u32(0)
                .u32(SockDiag.XDP_SHOW_INFO)
                .bytes(ByteBuffer.allocate(XdpDiagReq.SIZE - XdpDiagReq.XDIAG_SHOW - Integer.BYTES));
        Set<Integer> queues = new HashSet<>();
        for (Message socket : diag.ask(request, XdpDiagMsg.SIZE).messages()) {
            ByteBuffer info = socket.attributes().payload(SockDiag.XDP_DIAG_INFO);
            if (info != null && info.capacity() >= 2 * Integer.BYTES && info.getInt(0) == index) {
                queues.add(info.getInt(Integer.BYTES));
            }
        }
        return queues.size();
    }
}
