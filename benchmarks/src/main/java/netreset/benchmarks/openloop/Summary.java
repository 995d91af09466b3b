// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Puts all latencies of a folder of series into HdrHistogram, whoever measured them: {@code Summary SERIES OUT} writes
 * CONTENDER-DELAYms.hgrm, in microseconds, and openloop.json, in nanoseconds; and prints a table. What the file SERIES/facts
 * has, a name, a tab and a text a line, is in the JSON too.
 */
final class Summary {
    /** Digits of a value that are kept: 16 ms to 2 µs. */
    private static final int DIGITS = 4;

    /** A histogram, and where its values come from. */
    private record Recorded(Series series, Histogram all, List<Long> medians) {
        static Recorded of(Series series) {
            List<Long> medians = new ArrayList<>();
            Histogram all = new Histogram(DIGITS);
            for (long[] round : series.rounds()) {
                Histogram one = new Histogram(DIGITS);
                for (long latency : round) {
                    one.recordValue(latency);
                }
                medians.add(one.getValueAtPercentile(50));
                all.add(one);
            }
            return new Recorded(series, all, medians);
        }

        long at(double percentile) {
            return all.getValueAtPercentile(percentile);
        }

        boolean isBaselineOf(Recorded other) {
            return series.contender().equals("c") && series.delayMillis() == other.series.delayMillis();
        }
    }

    private Summary() {}

    public static void main(String... arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: Summary SERIES OUT");
            System.exit(2);
        }
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void write(Path folder, Path out) throws IOException {
        List<Recorded> recorded = read(folder);
        for (Recorded one : recorded) {
            Path file = out.resolve(one.series().name() + ".hgrm");
            try (PrintStream stream = new PrintStream(
                    new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.US_ASCII)) {
                one.all().outputPercentileDistribution(stream, 5, 1000.0);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-30s n %5d, in us: median %9.1f, p99 %9.1f, max %9.1f%n",
                    one.series().name(),
                    one.series().count(),
                    one.at(50) / 1e3,
                    one.at(99) / 1e3,
                    one.all().getMaxValue() / 1e3);
        }
        Files.writeString(
                out.resolve("openloop.json"),
                "{\"guest\": " + facts(folder.resolve("facts")) + ",\n\"contenders\": "
                        + recorded.stream()
                                .map(one -> json(one, recorded))
                                .collect(Collectors.joining(",\n", "[\n", "\n]}\n")));
    }

    private static String facts(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "{}";
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceAll("[\"\\\\]", "'").split("\t", 2))
                .map(fact -> "\"" + fact[0] + "\": \"" + fact[1] + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<Recorded> read(Path folder) throws IOException {
        List<Recorded> recorded = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(Series.SUFFIX)).toList()) {
                recorded.add(Recorded.of(Series.read(file)));
            }
        }
        if (recorded.isEmpty()) {
            throw new IOException(folder + ": no series in it");
        }
        recorded.sort(Comparator.<Recorded>comparingInt(one -> one.series().delayMillis())
                .thenComparingLong(one -> one.at(50)));
        return recorded;
    }

    private static String json(Recorded one, List<Recorded> all) {
        Series series = one.series();
        String overC = all.stream()
                .filter(other -> other.isBaselineOf(one))
                .map(c -> Long.toString(one.at(50) - c.at(50)))
                .findFirst()
                .orElse("null");
        return String.format(
                Locale.ROOT,
                """
                 {"suite": "openloop", "contender": "%s", "delayMs": %d, "intervalNs": %d, "n": %d,
                  "p50Ns": %d, "p90Ns": %d, "p99Ns": %d, "p999Ns": %d, "maxNs": %d,
                  "overCAtMedianNs": %s, "roundMediansNs": %s}""",
                series.contender(),
                series.delayMillis(),
                series.intervalNanos(),
                series.count(),
                one.at(50),
                one.at(90),
                one.at(99),
                one.at(99.9),
                one.all().getMaxValue(),
                overC,
                one.medians());
    }
}
