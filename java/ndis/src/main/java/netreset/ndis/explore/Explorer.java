// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import netreset.ndis.explore.Exploration.CounterExample;
import org.jspecify.annotations.Nullable;

/** Runs every interleaving of a subject, and finds the shortest that fails. */
public final class Explorer {
    private final Subject subject;
    private final LongSupplier nanoClock;
    private long maxSteps = Long.MAX_VALUE;
    private BooleanSupplier enough = () -> false;

    /**
     * @param nanoClock only for saying how long it took
     */
    public Explorer(Subject subject, LongSupplier nanoClock) {
        this.subject = subject;
        this.nanoClock = nanoClock;
    }

    /** Cuts each run off after so many steps from its beginning; a cut run makes the exploration incomplete. */
    public Explorer withDepth(long steps) {
        maxSteps = steps;
        return this;
    }

    /** Asked after each run: ends the exploration, which is incomplete then. */
    public Explorer until(BooleanSupplier told) {
        enough = told;
        return this;
    }

    public Exploration explore() {
        long start = nanoClock.getAsLong();
        Search search = new Search(maxSteps);
        CounterExample found = null;
        boolean complete = true;
        boolean more = true;
        long runs = 0;
        long toEnd = 0;
        long deepest = 0;
        while (more) {
            search.begin();
            Subject.Run run = subject.begin(search);
            search.run(run);
            long before = run.simulation().steps();
            run.go();
            runs++;
            long steps = run.simulation().steps() - before;
            deepest = Math.max(deepest, steps);
            // A run that a found counter-example makes too long is no gap.
            complete &= found != null || !search.isCut();
            toEnd += run.simulation().isStopped() ? 0 : 1;
            String failure = failure(run);
            if (failure != null && (found == null || steps < found.steps())) {
                found = new CounterExample(Replay.text(search.choices()), steps, failure);
                search.shorterThan(found.steps());
            }
            more = search.backtrack();
            if (more && enough.getAsBoolean()) {
                complete = false;
                more = false;
            }
        }
        long nanos = nanoClock.getAsLong() - start;
        return new Exploration(
                search.states(),
                search.newSteps(),
                runs,
                toEnd,
                deepest,
                nanos,
                complete,
                search.comparesStates(),
                found);
    }

    private static @Nullable String failure(Subject.Run run) {
        String failure = run.failure();
        return failure != null || run.simulation().isStopped() ? failure : run.failureAtEnd();
    }
}
