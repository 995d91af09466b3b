// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

/** Chooses by dice, the same for the same seed; interrupts one call of NDIS in eight. */
public final class RandomChooser implements Chooser {
    private final Randomness steps;
    private final Randomness preemptions;

    public RandomChooser(long seed) {
        Randomness root = new Randomness(seed);
        this.steps = root.fork("steps");
        this.preemptions = root.fork("preemptions");
    }

    @Override
    public int next(Agent[] agents, int count, int last) {
        return steps.below(count);
    }

    @Override
    public boolean preempts() {
        return true;
    }

    @Override
    public int preempt(Agent[] agents, int count) {
        return preemptions.below(8) == 0 ? preemptions.below(count) : GO_ON;
    }
}
