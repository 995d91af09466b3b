// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netreset.linux.abi.Errno;

/** The kernel's log: records as /dev/kmsg gives them, one a read. */
final class FakeLog {
    private final List<String> records = new ArrayList<>();
    private int next;
    private boolean overwritten;

    synchronized void write(String text) {
        records.add("6," + records.size() + ",1000,-;" + text + "\n");
    }

    /** With what the kernel keeps besides the text. */
    synchronized void write(String text, String device) {
        records.add("6," + records.size() + ",1000,-;" + text + "\n SUBSYSTEM=pci\n DEVICE=" + device + "\n");
    }

    synchronized void overwrite() {
        overwritten = true;
    }

    synchronized void seekEnd() {
        next = records.size();
    }

    synchronized long read(String path, ByteBuffer buffer) {
        if (!Objects.requireNonNull(path).endsWith("/dev/kmsg")) {
            throw new AssertionError("read of " + path);
        } else if (overwritten) {
            overwritten = false;
            return -Errno.EPIPE;
        } else if (next == records.size()) {
            return -Errno.EAGAIN;
        }
        byte[] record = records.get(next++).getBytes(UTF_8);
        buffer.put(0, record);
        return record.length;
    }
}
