// SPDX-License-Identifier: Apache-2.0
package netreset.linux.watch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import netreset.linux.state.KernelFiles;

/**
 * Reads how often each transmit queue was found stuck: {@code /sys/class/net/IF/queues/tx-N/tx_timeout}, which takes no
 * lock (tx_timeout_show, net/core/net-sysfs.c).
 */
final class TxTimeouts {
    private static final int DECIMAL = 10;

    private final KernelFiles files;

    TxTimeouts(KernelFiles files) {
        this.files = files;
    }

    /** By queue, such as {@code tx-0}; empty if that can't be read, or the name is another interface's in sysfs. */
    Map<String, Long> read(int index, String name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Path folder = files.sys().resolve("class/net").resolve(name);
        if (!String.valueOf(index).equals(files.text(folder.resolve("ifindex")))) {
            return counts;
        }
        for (Path queue : files.children(folder.resolve("queues"))) {
            String number = files.text(queue.resolve("tx_timeout"));
            if (number != null && number.matches("[0-9]{1,18}")) {
                counts.put(String.valueOf(queue.getFileName()), Long.parseLong(number, DECIMAL));
            }
        }
        return counts;
    }
}
