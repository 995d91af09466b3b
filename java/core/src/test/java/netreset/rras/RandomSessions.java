// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import netreset.ResetException;
import netreset.bridge.StandIn;
import netreset.bridge.StandIn.Counter;

/** Sessions with the stand-in, which fails, lies, restarts and hangs at random; each can be repeated by its seed. */
public final class RandomSessions {
    private static final int STEPS = 10;

    /** Of 1000 sessions, so many have a call that hangs: each costs its deadline. */
    private static final int HANGING = 20;

    private static final Duration HANG_TIMEOUT = Duration.ofMillis(40);

    /** Each must be 0 after a session. */
    private static final List<Counter> WRONG = List.of(
            Counter.INSIDE,
            Counter.BUFFERS_LIVE,
            Counter.DOUBLE_FREES,
            Counter.FOREIGN_FREES,
            Counter.CANARIES_DAMAGED,
            Counter.WRITES_AFTER_FREE,
            Counter.HANDLES_LIVE,
            Counter.BAD_SERVER_HANDLES,
            Counter.DISCONNECTS_DURING_CALLS,
            Counter.NOTIFICATIONS_LIVE);

    private final StandIn standIn;
    private long calls;
    private long buffers;
    private long failures;
    private long hangs;

    public RandomSessions(StandIn standIn) {
        this.standIn = standIn;
    }

    /** Runs those with the seeds 0 to {@code count} - 1, and checks the counters after each. */
    public RandomSessions run(int count) throws InterruptedException {
        for (int seed = 0; seed < count; seed++) {
            session(seed);
            if ((seed + 1) % 1000 == 0) {
                System.out.println((seed + 1) + " sessions ...");
            }
        }
        // A run in which nothing went wrong, or nothing went well, has shown nothing.
        assertThat(failures).as("answers that were failures").isGreaterThan(count);
        assertThat(buffers).as("buffers").isGreaterThan(count);
        assertThat(hangs).as("calls that didn't come back in time").isPositive();
        return this;
    }

    @Override
    public String toString() {
        return calls + " calls, " + buffers + " buffers, " + failures + " failures, " + hangs + " overdue calls";
    }

    private void session(int seed) throws InterruptedException {
        Random random = new Random(seed);
        standIn.reset(RandomScript.of(random, seed));
        boolean hanging = random.nextInt(1000) < HANGING;
        RasServer.Options options = RasServer.Options.DEFAULT;
        if (hanging) {
            standIn.script(RandomScript.hang(random));
            options = options.withTimeout(HANG_TIMEOUT);
        }
        try (RasServer server = RasServer.connect(standIn.module(), options)) {
            List<RasPort> known = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                step(random, server, known);
            }
        } catch (ResetException e) {
            failed(e);
        }
        standIn.script("release all");
        check(seed, countersAtTheEnd());
    }

    private void step(Random random, RasServer server, List<RasPort> known) {
        try {
            switch (random.nextInt(8)) {
                case 0, 1 -> known.addAll(server.ports());
                case 2 -> server.serviceState();
                case 3 -> server.info();
                case 4 -> server.connections();
                case 5 -> server.reconnect();
                case 6 -> standIn.script(RandomScript.event(random));
                default -> touch(random, server, known);
            }
        } catch (ResetException e) {
            failed(e);
        }
    }

    private void touch(Random random, RasServer server, List<RasPort> known) throws ResetException {
        if (known.isEmpty()) {
            return;
        }
        RasPort port = known.get(random.nextInt(known.size()));
        switch (random.nextInt(5)) {
            case 0 -> count(server.reset(port));
            case 1 -> count(server.disconnect(port));
            case 2 -> count(server.clearStatistics(port));
            case 3 -> server.reread(port);
            default -> server.detail(port);
        }
    }

    private void count(PortResult result) {
        if (result.status() == PortResult.Status.OUTCOME_UNKNOWN) {
            hangs++;
        } else if (!result.isAccepted()) {
            failures++;
        }
    }

    private void failed(ResetException e) {
        assertThat(e.getMessage()).hasLineCount(1);
        failures++;
        if (e.code() == null && String.valueOf(e.getMessage()).contains("come back")) {
            hangs++;
        }
    }

    /** Who gave up a call has control back before the call's own thread has ended it and given the handle back. */
    private Map<Counter, Long> countersAtTheEnd() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        Map<Counter, Long> counters = standIn.counters();
        while (isUnderWay(counters) && System.nanoTime() < deadline) {
            Thread.sleep(1);
            counters = standIn.counters();
        }
        return counters;
    }

    private static boolean isUnderWay(Map<Counter, Long> counters) {
        return counters.getOrDefault(Counter.INSIDE, 0L) + counters.getOrDefault(Counter.HANDLES_LIVE, 0L) > 0;
    }

    private void check(int seed, Map<Counter, Long> counters) {
        for (Counter counter : WRONG) {
            assertThat(counters.get(counter)).as("%s of seed %d", counter, seed).isZero();
        }
        assertThat(counters.get(Counter.DISCONNECTS))
                .as("disconnects of seed %d", seed)
                .isEqualTo(counters.get(Counter.CONNECTS));
        assertThat(counters.get(Counter.BUFFERS_FREED))
                .as("buffers freed, of seed %d", seed)
                .isEqualTo(counters.get(Counter.BUFFERS_ALLOCATED));
        assertThat(counters.get(Counter.MOST_CALLS_ON_A_HANDLE))
                .as("calls at once on one handle, of seed %d", seed)
                .isLessThanOrEqualTo(1);
        calls += counters.getOrDefault(Counter.CALLS, 0L);
        buffers += counters.getOrDefault(Counter.BUFFERS_FREED, 0L);
    }
}
