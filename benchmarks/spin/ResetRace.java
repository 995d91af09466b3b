// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import java.util.function.Supplier;
import netreset.ndis.Digest;
import netreset.ndis.explore.Exploration;
import netreset.ndis.explore.Explorer;
import netreset.ndis.explore.Subject;
import netreset.ndis.sim.Simulation;

/**
 * Explores ResetRaceNic's reset, on the machine of the model's tests, again and again: {@code ResetRace LOCKED MILLIS}.
 * Prints states of one exploration, states a second in the second half of the time, and the verdict, tab-separated.
 */
final class ResetRace {
    private record Race(Machine<?> machine) implements Subject.Run {
        @Override
        public Simulation simulation() {
            return machine.simulation;
        }

        @Override
        public void go() {
            machine.ndis.NdisMResetMiniport(machine.ndis.adapter("nic0").handle());
            machine.simulation.settle();
        }

        @Override
        public String failure() {
            return machine.ndis.violations().isEmpty() ? null : machine.ndis.violations().get(0).toString();
        }

        @Override
        public String failureAtEnd() {
            return machine.ndis.unfinished().isEmpty() ? null : machine.ndis.unfinished().toString();
        }

        @Override
        public void digest(Digest digest) {
            machine.ndis.digest(digest);
        }
    }

    public static void main(String[] arguments) {
        boolean locked = Boolean.parseBoolean(arguments[0]);
        long nanos = Long.parseLong(arguments[1]) * 1_000_000;
        Supplier<Exploration> explore = () -> new Explorer(
                        chooser -> new Race(new Machine<>(
                                chooser, ResetRaceNic.characteristics(), ndis -> new ResetRaceNic(ndis, locked))),
                        System::nanoTime)
                .explore();
        Exploration last = explore.get();
        long begin = System.nanoTime();
        long states = 0;
        long spent = 0;
        for (long now = begin; now - begin < nanos || spent == 0; now = System.nanoTime()) {
            last = explore.get();
            if (now - begin >= nanos / 2) {
                states += last.states();
                spent += System.nanoTime() - now;
            }
        }
        String verdict = last.counterExample() != null ? "FAILS" : last.isComplete() ? "HOLDS" : "UNKNOWN";
        System.out.println(last.states() + "\t" + states * 1e9 / spent + "\t" + verdict);
    }
}
