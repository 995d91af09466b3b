// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import netreset.ResetException;
import netreset.benchmarks.openloop.Contender.InJvm;
import netreset.benchmarks.openloop.Contender.Pace;
import netreset.linux.BackendCall;

/**
 * Resets a NIC of the lab's guest for real, by every contender, in rounds that take turns: {@code OpenLoop NIC DEBUGFS OUT
 * ROUNDS MILLIS}, where a round lasts MILLIS. Prints how many resets that were, warm-up included, as the last line.
 */
final class OpenLoop {
    /** A component without which the carrier stays: ETH_RESET_IRQ of include/uapi/linux/ethtool.h. */
    private static final String COMPONENT = "irq";

    private static final int FLAGS = 1 << 1;

    /** How often each is warmed up: until its code is compiled, and its process in the guest's memory. */
    private static final int WARM_CALLS = 500;

    private static final int WARM_WHOLES = 40;

    /**
     * A delay, and intervals that leave the C loop, or what does more, time to keep up. The driver sleeps in ticks of 4 ms:
     * intervals are off a multiple of it by the golden ratio, so that starts fall evenly into the ticks. Otherwise a tick
     * would hide, or make up, up to 4 ms of difference.
     */
    private record Delay(int millis, long callNanos, long wholeNanos) {
        long interval(Pace pace) {
            return pace == Pace.CALL ? callNanos : wholeNanos;
        }
    }

    private static final List<Delay> DELAYS =
            List.of(new Delay(0, 6_472_136, 130_472_136), new Delay(10, 26_472_136, 150_472_136));

    private final Path debugfs;
    private final List<Contender> contenders;
    private int made;

    private OpenLoop(Path debugfs, List<Contender> contenders) {
        this.debugfs = debugfs;
        this.contenders = contenders;
    }

    public static void main(String... arguments) throws IOException, ResetException {
        if (arguments.length != 5) {
            System.err.println("usage: OpenLoop NIC DEBUGFS OUT ROUNDS MILLIS");
            System.exit(2);
        }
        Path out = Path.of(arguments[2]);
        OpenLoop loop = new OpenLoop(Path.of(arguments[1]), contenders(arguments[0]));
        loop.warmUp();
        for (Delay delay : DELAYS) {
            for (Series series : loop.measure(delay, Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]))) {
                series.write(out);
            }
        }
        System.out.println(loop.made);
    }

    private static List<Contender> contenders(String nic) throws ResetException {
        return List.of(
                new CLoop(nic, FLAGS),
                new InJvm("netreset-call-ffm", Pace.CALL, BackendCall.by("ffm", nic, FLAGS)::run),
                new InJvm("netreset-call-jna", Pace.CALL, BackendCall.by("jna", nic, FLAGS)::run),
                new InJvm("netreset-reset-ffm", Pace.WHOLE, PublicReset.by("ffm", nic, COMPONENT)),
                new InJvm("ethtool-spawned", Pace.WHOLE, new Spawned(List.of("ethtool", "--reset", nic, COMPONENT))));
    }

    private void warmUp() throws IOException, ResetException {
        Delay delay = DELAYS.get(0);
        setDelay(delay);
        for (Contender contender : contenders) {
            long begin = System.nanoTime();
            boolean call = contender.pace() == Pace.CALL;
            long[] latencies = round(contender, new Schedule(1_000_000, call ? WARM_CALLS : WARM_WHOLES));
            System.err.printf(
                    "%s: warm after %d resets, %d ms%n",
                    contender.name(), latencies.length, (System.nanoTime() - begin) / 1_000_000);
        }
    }

    private List<Series> measure(Delay delay, int rounds, long millis) throws IOException, ResetException {
        setDelay(delay);
        List<Series> all = contenders.stream()
                .map(c -> new Series(c.name(), delay.millis(), delay.interval(c.pace()), new ArrayList<>()))
                .toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            order.add(i);
        }
        for (int round = 0; round < rounds; round++) {
            for (int i : order) {
                long interval = all.get(i).intervalNanos();
                int count = (int) Math.max(1, millis * 1_000_000 / interval);
                all.get(i).rounds().add(round(contenders.get(i), new Schedule(interval, count)));
            }
            Collections.rotate(order, 1);
        }
        return all;
    }

    private long[] round(Contender contender, Schedule schedule) throws IOException, ResetException {
        made += schedule.count();
        return contender.round(schedule);
    }

    private void setDelay(Delay delay) throws IOException {
        Files.writeString(debugfs.resolve("delay_ms"), Integer.toString(delay.millis()));
    }
}
