// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

import java.util.Arrays;
import java.util.Objects;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.Script;
import org.jspecify.annotations.Nullable;

/** A thread of control: a worker, an interrupt, a DPC, a timer, somebody's thread. Has a level and a stack of activities. */
public final class Agent implements Digestible {
    private final Simulation simulation;
    private final int index;
    private final String name;
    private final int baseIrql;
    private int irql;
    private Activity[] stack = new Activity[4];
    private int depth;
    private @Nullable Activity first;
    private @Nullable Activity last;
    private int locks;
    private @Nullable Script continuation;
    /** Whether it is in the simulation's list of agents with something to do. */
    boolean listed;
    /** Whether a step of it is on the Java stack. */
    boolean stepping;

    Agent(Simulation simulation, int index, String name, int irql) {
        this.simulation = simulation;
        this.index = index;
        this.name = name;
        this.baseIrql = irql;
        this.irql = irql;
    }

    public String name() {
        return name;
    }

    /** Its place among the simulation's agents, in the order of their making; -1 for calls from outside. */
    public int index() {
        return index;
    }

    public int irql() {
        return irql;
    }

    public void irql(int level) {
        irql = level;
    }

    public int baseIrql() {
        return baseIrql;
    }

    /** How many spin locks it holds. */
    public int locks() {
        return locks;
    }

    public void locks(int held) {
        locks = held;
    }

    /** Does it after all that is queued before. */
    public void enqueue(Activity activity) {
        engage(activity);
        if (last == null) {
            first = activity;
        } else {
            last.following = activity;
        }
        last = activity;
        simulation.busy(this);
    }

    /** Does it now, before what it is doing. */
    public void push(Activity activity) {
        engage(activity);
        place(activity);
        simulation.busy(this);
    }

    private static void engage(Activity activity) {
        if (activity.engaged) {
            throw new IllegalStateException(
                    "already engaged: " + activity.getClass().getSimpleName());
        }
        activity.engaged = true;
    }

    private void place(Activity activity) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
        }
        stack[depth] = activity;
        depth++;
    }

    /** Whether there is nothing to do for it. */
    public boolean isIdle() {
        return depth == 0 && first == null;
    }

    /** Whether it is as it was made: idle, at its own level, without locks. */
    boolean isAtRest() {
        return isIdle() && irql == baseIrql && locks == 0;
    }

    boolean isReady() {
        if (stepping) {
            return false;
        }
        if (depth > 0) {
            return stack[depth - 1].isReady();
        }
        return first != null && first.isReady();
    }

    /** Does one step of the top activity. */
    void step() {
        if (depth == 0) {
            Activity next = Objects.requireNonNull(first);
            first = next.following;
            next.following = null;
            if (first == null) {
                last = null;
            }
            place(next);
        }
        int at = depth - 1;
        Activity activity = stack[at];
        if (activity.step()) {
            remove(at);
            activity.engaged = false;
        }
    }

    private void remove(int at) {
        depth--;
        System.arraycopy(stack, at + 1, stack, at, depth - at);
    }

    /** What the handler that just returned goes on with; {@code null} if it is done. */
    public @Nullable Script takeContinuation() {
        Script taken = continuation;
        continuation = null;
        return taken;
    }

    public void continueWith(Script script) {
        continuation = script;
    }

    /** What it is doing, from the bottom up, for people. */
    public String doing() {
        StringBuilder text = new StringBuilder(name);
        for (int i = 0; i < depth; i++) {
            text.append(i == 0 ? ": " : " > ").append(stack[i].getClass().getSimpleName());
        }
        return text.toString();
    }

    @Override
    public void digest(Digest digest) {
        digest.add(index, irql).add(locks, depth);
        for (int i = 0; i < depth; i++) {
            digest.add(stack[i].getClass());
            stack[i].digest(digest);
        }
        for (Activity queued = first; queued != null; queued = queued.following) {
            digest.add(queued.getClass());
            queued.digest(digest);
        }
        digest.add(-3);
    }

    @Override
    public String toString() {
        return name;
    }
}
