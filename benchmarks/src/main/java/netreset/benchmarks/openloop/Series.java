// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All latencies of one contender with one delay, as they were measured. As a file: what it is, tab-separated, in the first
 * line, then a line for each round, nanoseconds with blanks between.
 *
 * @param contender who reset
 * @param delayMillis how long the driver was told to sleep in each reset
 * @param intervalNanos from one intended start to the next
 * @param rounds nanoseconds from the intended start to the end, by round and in order
 */
record Series(String contender, int delayMillis, long intervalNanos, List<long[]> rounds) {
    static final String SUFFIX = ".series";

    String name() {
        return contender + "-" + delayMillis + "ms";
    }

    int count() {
        return rounds.stream().mapToInt(round -> round.length).sum();
    }

    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(contender + "\t" + delayMillis + "\t" + intervalNanos);
        for (long[] round : rounds) {
            lines.add(Arrays.stream(round).mapToObj(Long::toString).collect(Collectors.joining(" ")));
        }
        Files.write(folder.resolve(name() + SUFFIX), lines);
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException if it is something else, or has no latency
     */
    static Series read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            String[] head = lines.get(0).split("\t", -1);
            List<long[]> rounds = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                rounds.add(Arrays.stream(line.split(" ", -1))
                        .mapToLong(Long::parseLong)
                        .toArray());
            }
            Series series = new Series(head[0], Integer.parseInt(head[1]), Long.parseLong(head[2]), rounds);
            if (series.count() == 0) {
                throw new IOException(file + ": no latency in it");
            }
            return series;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException(file + ": not a series", e);
        }
    }
}
