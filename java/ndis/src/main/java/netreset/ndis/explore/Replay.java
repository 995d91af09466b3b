// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Chooser;

/** Makes the choices of an earlier run again, and then goes on with whoever stepped last. */
public final class Replay implements Chooser {
    private static final Pattern FORM = Pattern.compile("-|[0-9]{1,4}(\\.[0-9]{1,4})*");

    private final int[] choices;
    private int at;

    private Replay(int[] choices) {
        this.choices = choices;
    }

    /**
     * Reads numbers with dots between, {@code -} for none at all.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Replay of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not choices, as 0.2.1: '" + text + "'");
        }
        return new Replay(
                "-".equals(text)
                        ? new int[0]
                        : Arrays.stream(text.split("\\.", -1))
                                .mapToInt(Integer::parseInt)
                                .toArray());
    }

    /** The form that {@link #of} reads. */
    static String text(int[] choices) {
        return choices.length == 0
                ? "-"
                : Arrays.stream(choices).mapToObj(Integer::toString).collect(Collectors.joining("."));
    }

    @Override
    public int next(Agent[] agents, int count, int last) {
        return at < choices.length ? choice(count) : Math.max(last, 0);
    }

    @Override
    public boolean preempts() {
        return true;
    }

    /** Choice 0 is that of going on. */
    @Override
    public int preempt(Agent[] agents, int count) {
        if (at == choices.length) {
            return GO_ON;
        }
        int chosen = choice(count + 1);
        return chosen == 0 ? GO_ON : chosen - 1;
    }

    private int choice(int count) {
        int chosen = choices[at];
        at++;
        if (chosen >= count) {
            throw new IllegalArgumentException(
                    "choice " + at + " is " + chosen + ", of " + count + ": these choices belong to something else");
        }
        return chosen;
    }
}
