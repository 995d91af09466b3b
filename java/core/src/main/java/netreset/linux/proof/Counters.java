// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.nio.file.Path;
import netreset.linux.state.KernelFiles;
import org.jspecify.annotations.Nullable;

/**
 * An interface's counters as sysfs has them, which takes no lock of the kernel's.
 *
 * @param index of the interface; they begin anew with another
 * @param received packets since it was made, {@code rx_packets}
 * @param sent likewise, {@code tx_packets}
 * @param timeouts how often the watchdog found one of its queues stuck and had its driver reset it, {@code tx_timeout}
 */
public record Counters(int index, long received, long sent, long timeouts) {
    /** Reads them; {@code null} if sysfs doesn't show this interface, as in another network namespace. */
    public static @Nullable Counters of(KernelFiles files, String name, int index) {
        Path folder = files.sys().resolve("class/net").resolve(name);
        if (number(files, folder.resolve("ifindex"), -1) != index) {
            return null;
        }
        long timeouts = 0;
        for (Path queue : files.children(folder.resolve("queues"))) {
            timeouts += number(files, queue.resolve("tx_timeout"), 0);
        }
        return new Counters(
                index,
                number(files, folder.resolve("statistics/rx_packets"), 0),
                number(files, folder.resolve("statistics/tx_packets"), 0),
                timeouts);
    }

    private static long number(KernelFiles files, Path file, long otherwise) {
        String text = files.text(file);
        try {
            return text == null ? otherwise : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
