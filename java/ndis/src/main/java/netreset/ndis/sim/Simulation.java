// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.Irql;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, the agents, and the loop that lets one of them do one step after another. Time goes on only when nobody can
 * step. Nothing here asks a clock, starts a thread or draws a random number that isn't seeded.
 */
public final class Simulation implements Digestible {
    private final Chooser chooser;
    private final long seed;
    private final TimeQueue queue = new TimeQueue();
    private final List<Agent> agents = new ArrayList<>();
    private final Agent outside = new Agent(this, -1, "thread operator", Irql.PASSIVE);
    private Agent[] busy = new Agent[8];
    private int busyCount;
    private Agent[] ready = new Agent[8];
    private Agent current = outside;
    private @Nullable Agent last;
    private @Nullable Watcher watcher;
    private long now;
    private long steps;
    private long touched;
    private long maxSteps = Long.MAX_VALUE;
    private boolean stopped;

    /**
     * @param seed what the chooser was made of, to be told with each violation
     */
    public Simulation(Chooser chooser, long seed) {
        this.chooser = chooser;
        this.seed = seed;
    }

    public void watcher(Watcher told) {
        watcher = told;
    }

    /** After so many steps the run is stopped. */
    public void maxSteps(long bound) {
        maxSteps = bound;
    }

    public long seed() {
        return seed;
    }

    public long now() {
        return now;
    }

    public long steps() {
        return steps;
    }

    /** Who is stepping; an agent called {@code thread operator} at PASSIVE for calls from outside of any step. */
    public Agent current() {
        return current;
    }

    /** Whether a step is on the Java stack: part of the state is then in local variables, where no digest sees it. */
    public boolean isNested() {
        return current != outside;
    }

    /**
     * Marks something that the step under way reads or changes. Two steps with no mark in common can change places; one
     * without any mark is taken to touch everything.
     *
     * <p>NDIS itself marks nothing, not even two adapters as different things: a driver or a protocol may keep what it knows of
     * both in one place, where no mark of ours would tell, and a scenario may expect events of both in an order.
     *
     * @param object a number of the thing's own; those equal modulo 64 are taken for one
     */
    public void touch(int object) {
        touched |= 1L << object;
    }

    public Agent agent(String name, int irql) {
        Agent agent = new Agent(this, agents.size(), name, irql);
        agents.add(agent);
        if (agents.size() > ready.length) {
            ready = Arrays.copyOf(ready, ready.length * 2);
        }
        return agent;
    }

    public List<Agent> agents() {
        return List.copyOf(agents);
    }

    void busy(Agent agent) {
        if (!agent.listed) {
            agent.listed = true;
            if (busyCount == busy.length) {
                busy = Arrays.copyOf(busy, busyCount * 2);
            }
            busy[busyCount] = agent;
            busyCount++;
        }
    }

    public void set(Timed item, long atNanos) {
        queue.set(item, Math.max(atNanos, now));
    }

    /** Returns whether it was set. */
    public boolean cancel(Timed item) {
        return queue.cancel(item);
    }

    /** Time that a busy processor spends. */
    public void spend(long nanos) {
        now += nanos;
    }

    /** Ends the run for good; from within a step, this doesn't return. */
    public void stop() {
        stopped = true;
        if (current != outside) {
            throw new Stopped();
        }
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Does one step of somebody, now. Returns false if nobody can. */
    public boolean step() {
        if (stopped) {
            return false;
        }
        release();
        Agent agent = choose();
        if (agent == null) {
            return false;
        }
        run(agent);
        return true;
    }

    /** Lets everything run until only what comes for ever is to come, as ticks. */
    public void settle() {
        while (step() || (queue.hasForeground() && advance(Long.MAX_VALUE))) {
            // on
        }
    }

    /** Lets everything run up to a time, that included. */
    public void runUntil(long atNanos) {
        while (step() || advance(atNanos)) {
            // on
        }
        if (!stopped) {
            now = Math.max(now, atNanos);
        }
    }

    public void runFor(long nanos) {
        runUntil(now + nanos);
    }

    /** For a clock that goes by itself: what time it is. */
    public void advanceTo(long atNanos) {
        now = Math.max(now, atNanos);
    }

    /** When the next thing is due; Long.MAX_VALUE if nothing is. */
    public long nextDue() {
        Timed first = queue.first();
        return first == null ? Long.MAX_VALUE : first.at;
    }

    /** Does all that can be done at this time. */
    public void runReady() {
        while (step()) {
            // on
        }
    }

    private boolean advance(long limit) {
        Timed first = queue.first();
        if (stopped || first == null || first.at > limit) {
            return false;
        }
        now = Math.max(now, first.at);
        return true;
    }

    private void release() {
        Timed first = queue.first();
        while (first != null && first.at <= now) {
            queue.cancel(first);
            first.due();
            first = queue.first();
        }
    }

    private @Nullable Agent choose() {
        if (chooser == Fifo.FIFO) {
            return first();
        }
        int count = gather();
        if (count == 0 || (count == 1 && !chooser.isAlwaysAsked())) {
            return count == 0 ? null : ready[0];
        }
        int chosen = chooser.next(ready, count, lastAmong(count));
        if (chosen == Chooser.STOP) {
            stop();
            return null;
        }
        return ready[chosen];
    }

    private int lastAmong(int count) {
        for (int i = 0; i < count; i++) {
            if (ready[i] == last) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Agent first() {
        if (last != null && last.isReady()) {
            return last;
        }
        for (int i = 0; i < busyCount; i++) {
            if (busy[i].isReady()) {
                return busy[i];
            }
        }
        return null;
    }

    private int gather() {
        int count = 0;
        for (int i = 0; i < busyCount; i++) {
            if (busy[i].isReady()) {
                ready[count] = busy[i];
                count++;
            }
        }
        return count;
    }

    private void run(Agent agent) {
        Agent interrupted = current;
        long touchedBefore = touched;
        touched = 0;
        current = agent;
        agent.stepping = true;
        last = agent;
        steps++;
        try {
            agent.step();
        } catch (Stopped over) {
            stopped = true;
        } catch (RuntimeException | StackOverflowError thrown) {
            stopped = true;
            tell().threw(agent, thrown);
        } finally {
            agent.stepping = false;
            current = interrupted;
        }
        chooser.stepped(agent, touched);
        touched = touchedBefore | (touched == 0 ? -1 : touched);
        if (agent.isIdle()) {
            unlist(agent);
        }
        if (!stopped) {
            tell().stepped();
            if (steps >= maxSteps) {
                stopped = true;
                tell().endless(agent);
            }
        }
        if (stopped && interrupted != outside) {
            throw new Stopped();
        }
    }

    private Watcher tell() {
        if (watcher == null) {
            throw new IllegalStateException("nobody watches");
        }
        return watcher;
    }

    private void unlist(Agent agent) {
        agent.listed = false;
        int at = 0;
        while (busy[at] != agent) {
            at++;
        }
        busyCount--;
        System.arraycopy(busy, at + 1, busy, at, busyCount - at);
    }

    /** In a call of NDIS from a plain handler: lets others step, if the chooser wants. */
    public void preempt() {
        if (!chooser.preempts() || current == outside || stopped) {
            return;
        }
        while (true) {
            release();
            int count = gather();
            int chosen = count == 0 ? Chooser.GO_ON : chooser.preempt(ready, count);
            if (chosen == Chooser.GO_ON) {
                return;
            }
            if (chosen == Chooser.STOP) {
                stop();
            }
            run(ready[chosen]);
        }
    }

    /** In the middle of a plain handler: lets others step until the condition holds. */
    public void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (!step() && !advance(Long.MAX_VALUE)) {
                if (!stopped) {
                    stopped = true;
                    tell().stuck(current);
                }
                stop();
                return;
            }
        }
    }

    /** Does an activity to its end on the Java stack; others may step in between, if the chooser wants. */
    public void inline(Activity activity) {
        while (true) {
            if (!activity.isReady()) {
                await(activity::isReady);
            }
            if (stopped || activity.step()) {
                return;
            }
            preempt();
        }
    }

    @Override
    public void digest(Digest digest) {
        for (Agent agent : agents) {
            if (!agent.isAtRest()) {
                agent.digest(digest);
            }
        }
        digest.add(-3);
        queue.digest(digest, now);
    }
}
