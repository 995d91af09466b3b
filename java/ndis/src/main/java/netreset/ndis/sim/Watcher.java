// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

/** What the simulation tells the model that runs in it. */
public interface Watcher {
    /** After each step: a place for invariants. */
    void stepped();

    /** Something thrown out of a step: a driver's mistake. The simulation has stopped. */
    void threw(Agent agent, Throwable thrown);

    /** The bound on steps is reached. The simulation has stopped. */
    void endless(Agent agent);

    /** Somebody waits in the middle of a plain handler for what nobody can do. The simulation has stopped. */
    void stuck(Agent agent);
}
