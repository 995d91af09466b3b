// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Lines that come, or don't: reading a pipe or a terminal knows no limit of its own. */
final class TimedLines {
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    TimedLines(InputStream from) {
        Thread thread = new Thread(() -> read(from), "netreset-lines");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream from) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            // Whoever wrote is gone, as at the end.
        }
        lines.add(Optional.empty());
    }

    /**
     * The next line.
     *
     * @return {@code null} at the end
     * @throws TimeoutException if none came in time
     */
    @Nullable
    String next(long nanos) throws InterruptedException, TimeoutException {
        Optional<String> line = lines.poll(nanos, TimeUnit.NANOSECONDS);
        if (line == null) {
            throw new TimeoutException();
        }
        return line.orElse(null);
    }
}
