// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.bridge.Bridge;
import netreset.bridge.Libc;
import netreset.linux.abi.Mman;

/**
 * Four readable bytes at the very end of a page, and behind them a page that nobody can read. A kernel that is passed
 * their address can read an ethtool command there, but not the argument that would follow.
 */
final class GuardPage implements AutoCloseable {
    private final Libc libc;
    private final long start;
    private final long pageSize;
    private final long wordAddress;

    private GuardPage(Libc libc, long start, long pageSize) {
        this.libc = libc;
        this.start = start;
        this.pageSize = pageSize;
        this.wordAddress = start + pageSize - Integer.BYTES;
    }

    /**
     * Maps the two pages, outside of all memory the JVM uses.
     *
     * @param word the four bytes, in native order
     */
    static GuardPage map(Bridge bridge, int word) throws SystemCallException {
        Libc libc = bridge.libc();
        long pageSize = libc.getpagesize();
        long start = SystemCallException.check(
                "mmap",
                libc.mmap(
                        0,
                        2 * pageSize,
                        Mman.PROT_READ | Mman.PROT_WRITE,
                        Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS,
                        -1,
                        0));
        GuardPage page = new GuardPage(libc, start, pageSize);
        ByteBuffer view = bridge.view(page.wordAddress, Integer.BYTES).order(ByteOrder.nativeOrder());
        view.putInt(0, word);
        int result = libc.mprotect(start + pageSize, pageSize, Mman.PROT_NONE);
        if (result < 0) {
            page.close();
            throw new SystemCallException("mprotect", -result);
        }
        return page;
    }

    /** Where the four bytes are. */
    long wordAddress() {
        return wordAddress;
    }

    @Override
    public void close() {
        libc.munmap(start, 2 * pageSize);
    }
}
