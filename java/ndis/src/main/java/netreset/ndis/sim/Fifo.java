// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

/** Runs each agent until it cannot go on, then the one that has waited longest. */
public final class Fifo implements Chooser {
    public static final Fifo FIFO = new Fifo();

    private Fifo() {}

    @Override
    public int next(Agent[] agents, int count, int last) {
        return Math.max(last, 0);
    }
}
