// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

/** A choice on the way to where the exploration is: who could step, who did, who remains. */
final class Branch {
    /** Agents with a higher index are never put to sleep. */
    static final int AGENTS = 64;
    /** A step that may have touched anything. */
    static final long EVERYTHING = -1;

    /** How many options there are; with {@link #isPreemption}, option 0 is to go on. */
    final int options;
    /** Whether it is about others stepping in the middle of a plain handler. */
    final boolean isPreemption;
    /** A bit for each option that is to be tried. */
    private long open;
    /** The option under way. */
    int chosen;
    /** A bit for each agent whose next step was tried from here, or needn't be. */
    private long sleep;
    /** What that step touches, by agent; empty as long as none is known. */
    private long[] touched;
    /** Which agent an option is, by option; -1 for none that can sleep. */
    private final int[] agents;
    /** The digest of the state; 0 if states aren't compared. */
    final long high;

    final long low;

    Branch(int[] agents, boolean isPreemption, long sleep, long[] touched, long open, long high, long low) {
        this.options = agents.length;
        this.agents = agents;
        this.isPreemption = isPreemption;
        this.sleep = sleep;
        this.touched = touched;
        this.open = open;
        this.high = high;
        this.low = low;
        chosen = Long.numberOfTrailingZeros(open);
    }

    long sleep() {
        return sleep;
    }

    long touched(int agent) {
        return touched[agent];
    }

    /** The step of the option under way is done; what it touched is known now. */
    void stepped(long marks) {
        int agent = agents[chosen];
        boolean isLast = (open & (open - 1)) == 0;
        if (agent >= 0 && !isLast) {
            touched = touched.length == 0 ? new long[AGENTS] : touched;
            touched[agent] = marks;
        }
    }

    /** Goes on to the next option. Returns false if there is none. */
    boolean advance() {
        open &= open - 1;
        int agent = agents[chosen];
        // What touches everything would wake at the next step.
        if (agent >= 0 && open != 0 && touched[agent] != EVERYTHING) {
            sleep |= 1L << agent;
        }
        chosen = Long.numberOfTrailingZeros(open);
        return open != 0;
    }
}
