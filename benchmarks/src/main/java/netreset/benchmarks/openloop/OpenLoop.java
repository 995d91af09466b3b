// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreset.ResetException;
import netreset.benchmarks.openloop.Contender.InJvm;
import netreset.linux.BackendCall;

/**
 * Resets a NIC of the lab's guest for real, by every contender, in rounds that take turns. Writes latencies into OUT/series,
 * what {@link Summary} makes of them into OUT, and into OUT/made how many resets it were, warm-up included.
 */
final class OpenLoop {
    /** A component without which the carrier stays: ETH_RESET_IRQ of include/uapi/linux/ethtool.h. */
    private static final String COMPONENT = "irq";

    private static final int FLAGS = 1 << 1;

    /** Resets back to back, until C2 has compiled what makes them. */
    private static final int WARM_CALLS = 20_000;

    /**
     * A delay, and intervals that leave the C loop, or what does more, time to keep up. The driver sleeps in ticks of 4 ms:
     * intervals are off a multiple of it by the golden ratio, so that starts fall evenly into the ticks. Otherwise a tick
     * would hide, or make up, up to 4 ms of difference.
     */
    private record Delay(int millis, long callNanos, long wholeNanos) {
        long interval(Contender.Pace pace) {
            return pace == Contender.Pace.CALL ? callNanos : wholeNanos;
        }
    }

    private static final List<Delay> DELAYS =
            List.of(new Delay(0, 6_472_136, 702_472_136), new Delay(10, 26_472_136, 702_472_136));

    /**
     * How much.
     *
     * @param rounds how often each contender has its turn, for each delay
     * @param callMillis how long a turn of those lasts that make a call
     * @param wholes how many resets are a turn of the others
     * @param warmWholes how many resets warm each of them up
     */
    private record Size(int rounds, long callMillis, int wholes, int warmWholes) {
        int count(Contender contender, long intervalNanos) {
            return contender.pace() == Contender.Pace.CALL ? (int) (callMillis * 1_000_000 / intervalNanos) : wholes;
        }
    }

    private final Path delayFile;
    private final List<Contender> contenders;
    private final Size size;
    private int made;

    private OpenLoop(Path delayFile, List<Contender> contenders, Size size) {
        this.delayFile = delayFile;
        this.contenders = contenders;
        this.size = size;
    }

    public static void main(String... arguments) throws IOException, ResetException {
        if (arguments.length != 8) {
            System.err.println("usage: OpenLoop NIC DEBUGFS STATE-FOLDER OUT ROUNDS CALL-MILLIS WHOLES WARM-WHOLES");
            System.exit(2);
        }
        Size size = new Size(
                Integer.parseInt(arguments[4]),
                Long.parseLong(arguments[5]),
                Integer.parseInt(arguments[6]),
                Integer.parseInt(arguments[7]));
        Path delayFile = Path.of(arguments[1], "delay_ms");
        OpenLoop loop = new OpenLoop(delayFile, contenders(arguments[0], Path.of(arguments[2])), size);
        Path out = Path.of(arguments[3]);
        loop.warmUp();
        for (Delay delay : DELAYS) {
            for (Series series : loop.measure(delay)) {
                series.write(out.resolve("series"));
            }
        }
        Files.writeString(out.resolve("made"), Integer.toString(loop.made));
        Summary.write(out.resolve("series"), out);
    }

    private static List<Contender> contenders(String nic, Path state) throws ResetException {
        return List.of(
                new CLoop(nic, FLAGS),
                new InJvm("netreset-call-ffm", Contender.Pace.CALL, BackendCall.by("ffm", nic, FLAGS)::run),
                new InJvm("netreset-call-jna", Contender.Pace.CALL, BackendCall.by("jna", nic, FLAGS)::run),
                PublicReset.by("ffm", nic, COMPONENT, state),
                new InJvm(
                        "ethtool-spawned",
                        Contender.Pace.WHOLE,
                        new Spawned(List.of("ethtool", "--reset", nic, COMPONENT))));
    }

    private void warmUp() throws IOException, ResetException {
        setDelay(0);
        for (Contender contender : contenders) {
            long begin = System.nanoTime();
            int count = contender.pace() == Contender.Pace.CALL ? WARM_CALLS : size.warmWholes();
            round(contender, new Schedule(0, count));
            System.err.printf(
                    "%s: warm after %d resets, %d ms%n",
                    contender.name(), count, (System.nanoTime() - begin) / 1_000_000);
        }
    }

    /** Each round begins with another contender, and every second one goes backwards, so that none always follows the same. */
    private List<Series> measure(Delay delay) throws IOException, ResetException {
        setDelay(delay.millis());
        List<Series> all = contenders.stream()
                .map(c -> new Series(c.name(), delay.millis(), delay.interval(c.pace()), new ArrayList<>()))
                .toList();
        for (int round = 0; round < size.rounds(); round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                int i = Math.floorMod(round + (round % 2 == 0 ? turn : -turn), contenders.size());
                Contender contender = contenders.get(i);
                long interval = all.get(i).intervalNanos();
                long[] latencies = round(contender, new Schedule(interval, size.count(contender, interval)));
                all.get(i).rounds().add(latencies);
            }
        }
        return all;
    }

    private long[] round(Contender contender, Schedule schedule) throws IOException, ResetException {
        made += schedule.count();
        return contender.round(schedule);
    }

    private void setDelay(int millis) throws IOException {
        Files.writeString(delayFile, Integer.toString(millis));
    }
}
