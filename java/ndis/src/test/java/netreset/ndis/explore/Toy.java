// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import netreset.ndis.Digest;
import netreset.ndis.Irql;
import netreset.ndis.sim.Activity;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Chooser;
import netreset.ndis.sim.Simulation;
import netreset.ndis.sim.Watcher;
import org.jspecify.annotations.Nullable;

/** A small world of threads with numbered variables, to try the explorer on what is known about it. */
final class Toy implements Subject.Run {
    private final Simulation simulation;
    private final List<Worker> threads = new ArrayList<>();
    final int[] variables;
    private Supplier<@Nullable String> failure = () -> null;
    private Supplier<@Nullable String> failureAtEnd = () -> null;
    private boolean tellsState = true;

    Toy(Chooser chooser, int variables) {
        simulation = new Simulation(chooser, 0);
        simulation.watcher(new Unwatched());
        this.variables = new int[variables];
    }

    /** One step of a thread: waits, then acts. Touches the variables it names. */
    record Step(BooleanSupplier ready, Runnable action, List<Integer> touches) {}

    /** A thread of this world. */
    final class Worker extends Activity {
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Worker then(Runnable action, int... touches) {
            return when(() -> true, action, touches);
        }

        Worker when(BooleanSupplier ready, Runnable action, int... touches) {
            steps.add(new Step(ready, action, Arrays.stream(touches).boxed().toList()));
            return this;
        }

        @Override
        public boolean isReady() {
            return steps.get(at).ready().getAsBoolean();
        }

        @Override
        public boolean step() {
            Step step = steps.get(at);
            for (int variable : step.touches()) {
                simulation.touch(variable);
            }
            at++;
            step.action().run();
            return at == steps.size();
        }

        @Override
        public void digest(Digest digest) {
            digest.add(at);
        }
    }

    Worker thread(String name) {
        Worker thread = new Worker();
        Agent agent = simulation.agent(name, Irql.PASSIVE);
        agent.enqueue(thread);
        threads.add(thread);
        return thread;
    }

    /** A plain handler: reads a variable three times, lets others step between, and sets another to what it read. */
    Runnable reading(int from, int to) {
        return () -> {
            int first = variables[from];
            simulation.preempt();
            int second = variables[from];
            simulation.preempt();
            variables[to] = first + 10 * second + 100 * variables[from];
        };
    }

    /** Enters what its variables are at the end. */
    Toy endingIn(Set<String> ends, boolean states) {
        failsAtEndIf(() -> {
            ends.add(Arrays.toString(variables));
            return null;
        });
        return states ? this : silent();
    }

    Toy failsIf(Supplier<@Nullable String> told) {
        failure = told;
        return this;
    }

    Toy failsAtEndIf(Supplier<@Nullable String> told) {
        failureAtEnd = told;
        return this;
    }

    Toy silent() {
        tellsState = false;
        return this;
    }

    boolean isStuck() {
        return threads.stream().anyMatch(Activity::isEngaged);
    }

    @Override
    public Simulation simulation() {
        return simulation;
    }

    @Override
    public void go() {
        simulation.settle();
    }

    @Override
    public @Nullable String failure() {
        return failure.get();
    }

    @Override
    public @Nullable String failureAtEnd() {
        return failureAtEnd.get();
    }

    @Override
    public void digest(Digest digest) {
        simulation.digest(digest);
        for (int variable : variables) {
            digest.add(variable);
        }
        if (!tellsState) {
            digest.addUnknown();
        }
    }

    private static final class Unwatched implements Watcher {
        @Override
        public void stepped() {}

        @Override
        public void threw(Agent agent, Throwable thrown) {
            throw new AssertionError(thrown);
        }

        @Override
        public void endless(Agent agent) {
            throw new AssertionError("endless");
        }

        @Override
        public void stuck(Agent agent) {
            throw new AssertionError("stuck");
        }
    }
}
