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

/** AF_XDP sockets, by which programs take packets past the kernel (Documentation/networking/af_xdp.rst). */
final class XdpSockets {
    private XdpSockets() {}

    static void look(KernelSocket diag, int index, Findings findings) {
        Request request = new Request(
                        "SOCK_DIAG_BY_FAMILY",
                        SockDiag.SOCK_DIAG_BY_FAMILY,
                        Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP)
                .u8(Socket.AF_XDP)
                .u8(0)
                .u16(0)
                .u32(0)
                .u32(SockDiag.XDP_SHOW_INFO)
                .bytes(ByteBuffer.allocate(XdpDiagReq.SIZE - XdpDiagReq.XDIAG_SHOW - Integer.BYTES));
        Set<Integer> queues = new HashSet<>();
        try {
            for (Message socket : diag.ask(request, XdpDiagMsg.SIZE).messages()) {
                ByteBuffer info = socket.attributes().payload(SockDiag.XDP_DIAG_INFO);
                if (info != null && info.capacity() >= 2 * Integer.BYTES && info.getInt(0) == index) {
                    queues.add(info.getInt(Integer.BYTES));
                }
            }
        } catch (NetlinkException e) {
            findings.note("this kernel can't be asked whether AF_XDP sockets are bound to it: " + e.getMessage());
        }
        if (!queues.isEmpty()) {
            findings.add(
                    Danger.AF_XDP,
                    "programs take packets from " + queues.size() + " of its queues by AF_XDP sockets, which it loses");
        }
    }
}
