// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

/**
 * Numbers that look random and are the same for the same seed on every machine: a counter and a mixer. Each use has its own
 * fork, so that one more number drawn here changes nothing there.
 */
public final class Randomness {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private final long seed;
    private long state;

    public Randomness(long seed) {
        this.seed = seed;
        this.state = mix(seed);
    }

    /** Another source, decided by this one's seed and the name alone. */
    public Randomness fork(String name) {
        long forked = seed;
        for (int i = 0; i < name.length(); i++) {
            forked = mix(forked + STEP + name.charAt(i));
        }
        return new Randomness(forked);
    }

    public long next() {
        state += STEP;
        return mix(state);
    }

    /** From 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    public boolean nextBoolean() {
        return next() < 0;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
