// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

/** Decides who steps next. It is asked only if there is a choice. */
public interface Chooser {
    /** Nobody else: go on with the call. */
    int GO_ON = -1;

    /**
     * Who steps next.
     *
     * @param agents those who can, in the order in which they got something to do; valid during the call only
     * @param count how many they are: two or more
     * @param last the index of the one that stepped last, -1 if it cannot
     * @return an index
     */
    int next(Agent[] agents, int count, int last);

    /** Whether {@link #preempt} is to be asked at all. */
    default boolean preempts() {
        return false;
    }

    /** Who steps in the middle of a plain handler, while it is in a call of NDIS; or {@link #GO_ON}. */
    default int preempt(Agent[] agents, int count) {
        return GO_ON;
    }
}
