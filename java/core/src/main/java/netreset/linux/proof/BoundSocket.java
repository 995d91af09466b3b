// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import netreset.bridge.Libc;
import netreset.linux.abi.Socket;

/** Ties a socket to a NIC. By its index: a name may have become another's. */
final class BoundSocket {
    private BoundSocket() {}

    /** 0 or {@code -errno}; Linux before 5.0 has no such option. */
    static int bind(Libc libc, int fd, int index) {
        return libc.setsockopt(
                fd,
                Socket.SOL_SOCKET,
                Socket.SO_BINDTOIFINDEX,
                SocketAddress.direct(Integer.BYTES).putInt(0, index),
                Integer.BYTES);
    }
}
