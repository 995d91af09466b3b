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
    private static final Agent[] NOBODY = {};
    private static final long[] NOTHING = {};

    private final List<Branch> path = new ArrayList<>();
    private final VisitedStates visited = new VisitedStates();
    private final Digest digest = new Digest();
    private final long[] touched = new long[Branch.AGENTS];
    private final StepsUnderWay underWay = new StepsUnderWay();
    private Subject.@Nullable Run run;
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
        underWay.clear();
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

    /** The choices of this run up to now; where there was one option only, there was none. */
    int[] choices() {
        return path.stream()
                .limit(depth)
                .filter(branch -> branch.options > 1)
                .mapToInt(branch -> branch.chosen)
                .toArray();
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
        if (!underWay.isEmpty()) {
            interrupt();
        }
        Branch branch = depth < path.size() ? repeated(count, false) : fresh(agents, count);
        if (branch == null) {
            return STOP;
        }
        go(branch);
        underWay.begin(agents[branch.chosen].index(), branch);
        return branch.chosen;
    }

    @Override
    public boolean preempts() {
        return true;
    }

    @Override
    public int preempt(Agent[] agents, int count) {
        interrupt();
        Branch branch = depth < path.size() ? repeated(count + 1, true) : freshPreemption(count + 1);
        if (branch == null) {
            return STOP;
        }
        go(branch);
        if (branch.chosen == 0) {
            underWay.goOn(branch);
            return GO_ON;
        }
        underWay.begin(agents[branch.chosen - 1].index(), branch);
        return branch.chosen - 1;
    }

    @Override
    public void stepped(Agent agent, long marks) {
        long all = marks == 0 ? Branch.EVERYTHING : marks;
        if (depth == path.size()) {
            newSteps++;
        }
        underWay.end(all);
        for (long rest = sleep; rest != 0; rest &= rest - 1) {
            int sleeper = Long.numberOfTrailingZeros(rest);
            if (sleeper == agent.index() || (touched[sleeper] & all) != 0) {
                sleep &= ~(1L << sleeper);
            }
        }
    }

    /** The step that is interrupted has done only a part of what it will touch. */
    private void interrupt() {
        sleep = 0;
        underWay.interrupt();
    }

    private Branch repeated(int count, boolean isPreemption) {
        Branch branch = path.get(depth);
        if (branch.options != count || branch.isPreemption != isPreemption) {
            throw new IllegalStateException("not the same run again: " + branch.options + " options became " + count);
        }
        return branch;
    }

    /** A choice of who steps next; {@code null} if nobody needs to. */
    private @Nullable Branch fresh(Agent[] agents, int count) {
        long awake = 0;
        for (int i = 0; i < count; i++) {
            if ((sleep & bit(agents[i])) == 0) {
                awake |= 1L << i;
            }
        }
        if (isOver()) {
            return null;
        }
        digest();
        long open = comparesStates ? unvisited(agents, count, awake) : awake;
        return open == 0 ? null : add(indexes(agents, count), false, open);
    }

    /** A choice of who steps in the middle of a step, if anybody; {@code null} if that was looked at before. */
    private @Nullable Branch freshPreemption(int options) {
        if (isOver()) {
            return null;
        }
        digest();
        long open = options == Long.SIZE ? -1 : (1L << options) - 1;
        int[] none = new int[options];
        Arrays.fill(none, -1);
        return comparesStates && unvisited(NOBODY, 0, open) == 0 ? null : add(none, true, open);
    }

    private Branch add(int[] agents, boolean isPreemption, long open) {
        long[] known = sleep == 0 ? NOTHING : touched.clone();
        Branch branch = new Branch(agents, isPreemption, sleep, known, open, digest.high(), digest.low());
        path.add(branch);
        return branch;
    }

    private void go(Branch branch) {
        depth++;
        sleep = branch.sleep();
        for (long rest = sleep; rest != 0; rest &= rest - 1) {
            int sleeper = Long.numberOfTrailingZeros(rest);
            touched[sleeper] = branch.touched(sleeper);
        }
    }

    private boolean isOver() {
        if (begun().failure() != null) {
            return true;
        }
        isCut = steps() >= maxSteps;
        return isCut;
    }

    /** Of the whole state, that on the Java stack included. */
    private void digest() {
        digest.clear();
        if (comparesStates) {
            begun().digest(digest);
            underWay.addTo(digest);
            comparesStates = digest.isWhole();
        }
    }

    /** A bit for each option that leads somewhere new. */
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

    private static int[] indexes(Agent[] agents, int count) {
        int[] indexes = new int[count];
        for (int i = 0; i < count; i++) {
            indexes[i] = agents[i].index() < Branch.AGENTS ? agents[i].index() : -1;
        }
        return indexes;
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
