// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import netreset.ndis.Digest;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Chooser;
import org.jspecify.annotations.Nullable;

/**
 * The chooser of an exploration: repeats the choices that lead to the last one with an option left, takes that, and from
 * there on always the first. A run is stopped where it fails, gets too long, or comes to a state met before.
 *
 * <p>Sleep sets (P. Godefroid, Partial-Order Methods for the Verification of Concurrent Systems, 1996, chapter 5; with
 * states met before, section 5.3): after a step of one agent was tried, it needn't be tried again after steps of others
 * that touch nothing of what it touches.
 */
final class Search implements Chooser {
    private final List<Branch> path = new ArrayList<>();
    private final VisitedStates visited = new VisitedStates();
    private final Digest digest = new Digest();
    private final long[] touched = new long[Branch.AGENTS];
    private Subject.@Nullable Run run;
    private @Nullable Branch pending;
    private int depth;
    private long sleep;
    private long newSteps;
    private long stepsBefore;
    private long maxSteps;
    private boolean comparesStates = true;
    private boolean isCut;

    Search(long maxSteps) {
        this.maxSteps = maxSteps;
    }

    void begin() {
        depth = 0;
        sleep = 0;
        pending = null;
        isCut = false;
        run = null;
    }

    /** What it may look at while it chooses. */
    void run(Subject.Run begun) {
        run = begun;
        stepsBefore = begun.simulation().steps();
    }

    /** Goes back to the last choice with an option left. Returns false if there is none: all is explored. */
    boolean backtrack() {
        while (!path.isEmpty() && !path.get(path.size() - 1).advance()) {
            path.remove(path.size() - 1);
        }
        return !path.isEmpty();
    }

    /** The choices of this run up to now. */
    int[] choices() {
        return path.stream().limit(depth).mapToInt(branch -> branch.chosen).toArray();
    }

    /** From now on only shorter runs than this matter. */
    void shorterThan(long steps) {
        maxSteps = steps - 1;
    }

    /** Whether this run was stopped because it got too long. */
    boolean isCut() {
        return isCut;
    }

    long states() {
        return visited.size();
    }

    long newSteps() {
        return newSteps;
    }

    boolean comparesStates() {
        return comparesStates;
    }

    @Override
    public boolean isAlwaysAsked() {
        return true;
    }

    @Override
    public int next(Agent[] agents, int count, int last) {
        if (count == 1) {
            return isOver() || (sleep & bit(agents[0])) != 0 ? STOP : 0;
        }
        if (depth < path.size()) {
            return repeat(count, false);
        }
        long open = isOver() ? 0 : worthTrying(agents, count);
        return open == 0 ? STOP : take(new Branch(indexes(agents, count, 0), false, sleep, touched.clone(), open));
    }

    @Override
    public boolean preempts() {
        return true;
    }

    @Override
    public int preempt(Agent[] agents, int count) {
        // The step that is interrupted has done only a part of what it will touch.
        sleep = 0;
        int option;
        if (depth < path.size()) {
            option = repeat(count + 1, true);
        } else if (isOver()) {
            return STOP;
        } else {
            int[] indexes = indexes(agents, count, 1);
            Arrays.fill(indexes, -1);
            option = take(new Branch(indexes, true, 0, touched.clone(), all(count + 1)));
        }
        return option == 0 ? GO_ON : option - 1;
    }

    @Override
    public void stepped(Agent agent, long marks) {
        long all = marks == 0 ? -1 : marks;
        if (depth == path.size()) {
            newSteps++;
        }
        if (pending != null) {
            pending.stepped(all);
            pending = null;
        }
        for (long rest = sleep; rest != 0; rest &= rest - 1) {
            int sleeper = Long.numberOfTrailingZeros(rest);
            if (sleeper == agent.index() || (touched[sleeper] & all) != 0) {
                sleep &= ~(1L << sleeper);
            }
        }
    }

    private int repeat(int count, boolean isPreemption) {
        Branch branch = path.get(depth);
        if (branch.options != count || branch.isPreemption != isPreemption) {
            throw new IllegalStateException("not the same run again: " + branch.options + " options became " + count);
        }
        return go(branch);
    }

    private int take(Branch branch) {
        path.add(branch);
        return go(branch);
    }

    private int go(Branch branch) {
        depth++;
        sleep = branch.sleep();
        for (long rest = sleep; rest != 0; rest &= rest - 1) {
            int sleeper = Long.numberOfTrailingZeros(rest);
            touched[sleeper] = branch.touched(sleeper);
        }
        pending = branch.isPreemption ? null : branch;
        return branch.chosen;
    }

    private boolean isOver() {
        if (begun().failure() != null) {
            return true;
        }
        isCut = steps() >= maxSteps;
        return isCut;
    }

    /** A bit for each option that leads somewhere new. */
    private long worthTrying(Agent[] agents, int count) {
        long awake = 0;
        for (int i = 0; i < count; i++) {
            if ((sleep & bit(agents[i])) == 0) {
                awake |= 1L << i;
            }
        }
        if (!comparesStates || begun().simulation().isNested()) {
            return awake;
        }
        digest.clear();
        begun().digest(digest);
        comparesStates = digest.isWhole();
        return comparesStates ? unvisited(agents, count, awake) : awake;
    }

    private long unvisited(Agent[] agents, int count, long awake) {
        int place = visited.find(digest.high(), digest.low());
        long steps = steps();
        if (visited.isNew(place) || (steps < visited.steps(place) && maxSteps != Long.MAX_VALUE)) {
            visited.set(place, sleep, steps);
            return awake;
        }
        // Was here before; but those that slept then and don't now were not tried from here.
        long missed = visited.sleep(place) & ~sleep;
        visited.set(place, visited.sleep(place) & sleep, Math.min(steps, visited.steps(place)));
        long open = 0;
        for (int i = 0; i < count; i++) {
            if ((missed & bit(agents[i])) != 0) {
                open |= 1L << i;
            }
        }
        return open;
    }

    private static long bit(Agent agent) {
        return agent.index() < Branch.AGENTS ? 1L << agent.index() : 0;
    }

    private static int[] indexes(Agent[] agents, int count, int before) {
        int[] indexes = new int[before + count];
        for (int i = 0; i < count; i++) {
            indexes[before + i] = agents[i].index() < Branch.AGENTS ? agents[i].index() : -1;
        }
        return indexes;
    }

    private static long all(int count) {
        return count == Long.SIZE ? -1 : (1L << count) - 1;
    }

    /** How many steps this run has done. */
    private long steps() {
        return begun().simulation().steps() - stepsBefore;
    }

    private Subject.Run begun() {
        if (run == null) {
            throw new IllegalStateException("a choice before the run is there");
        }
        return run;
    }
}
