// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

/** Decides who steps next. */
public interface Chooser {
    /** Nobody else: go on with the call. */
    int GO_ON = -1;
    /** Nobody: the run is over. */
    int STOP = -2;

    /**
     * Who steps next.
     *
     * @param agents those who can, in the order in which they got something to do; valid during the call only
     * @param count how many they are: two or more, unless {@link #isAlwaysAsked}
     * @param last the index of the one that stepped last, -1 if it cannot
     * @return an index, or {@link #STOP}
     */
    int next(Agent[] agents, int count, int last);

    /** Whether it is asked even where one agent alone can step, and it can only say that or stop. */
    default boolean isAlwaysAsked() {
        return false;
    }

    /** Whether {@link #preempt} is to be asked at all. */
    default boolean preempts() {
        return false;
    }

    /** Who steps in the middle of a plain handler, while it is in a call of NDIS; {@link #GO_ON}, or {@link #STOP}. */
    default int preempt(Agent[] agents, int count) {
        return GO_ON;
    }

    /**
     * A step is over, chosen or without alternative.
     *
     * @param touched a bit for each thing that it read or changed; 0 if it didn't say
     */
    default void stepped(Agent agent, long touched) {}
}
