// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

/** Lets nobody choose before everything is set up: that is the same in every run. */
public final class AfterSetUp implements Chooser {
    private final Chooser afterwards;
    private Chooser now = Fifo.FIFO;

    public AfterSetUp(Chooser afterwards) {
        this.afterwards = afterwards;
    }

    /** From now on it is the other's to choose. */
    public void isSetUp() {
        now = afterwards;
    }

    @Override
    public int next(Agent[] agents, int count, int last) {
        return now.next(agents, count, last);
    }

    @Override
    public boolean isAlwaysAsked() {
        return now.isAlwaysAsked();
    }

    @Override
    public boolean preempts() {
        return now.preempts();
    }

    @Override
    public int preempt(Agent[] agents, int count) {
        return now.preempt(agents, count);
    }

    @Override
    public void stepped(Agent agent, long touched) {
        now.stepped(agent, touched);
    }
}
