// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.function.Function;
import netreset.ndis.Digest;
import netreset.ndis.Irql;
import netreset.ndis.Steps;
import netreset.ndis.explore.Exploration;
import netreset.ndis.explore.Explorer;
import netreset.ndis.explore.Subject;
import netreset.ndis.sim.Chooser;
import netreset.ndis.sim.Simulation;
import netreset.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every interleaving of the drivers that race: under a lock none goes wrong, without it one does. */
class RacesTest {
    private record Race(Machine<?> machine, Consumer<Machine<?>> start) implements Subject.Run {
        @Override
        public Simulation simulation() {
            return machine.simulation;
        }

        @Override
        public void go() {
            start.accept(machine);
            machine.simulation.settle();
        }

        @Override
        public @Nullable String failure() {
            return machine.ndis.violations().isEmpty()
                    ? null
                    : machine.ndis.violations().get(0).toString();
        }

        @Override
        public @Nullable String failureAtEnd() {
            return machine.ndis.unfinished().isEmpty()
                    ? null
                    : machine.ndis.unfinished().toString();
        }

        @Override
        public void digest(Digest digest) {
            machine.ndis.digest(digest);
        }
    }

    private static Exploration explore(Function<Chooser, Machine<?>> machine, Consumer<Machine<?>> start) {
        return new Explorer(chooser -> new Race(machine.apply(chooser), start), () -> 0L).explore();
    }

    private static Exploration reset(boolean locked) {
        return explore(
                chooser ->
                        new Machine<>(chooser, ResetRaceNic.characteristics(), ndis -> new ResetRaceNic(ndis, locked)),
                machine -> machine.ndis.NdisMResetMiniport(
                        machine.ndis.adapter("nic0").handle()));
    }

    private static Exploration send(boolean locked) {
        return explore(
                chooser -> new Machine<>(chooser, SendRaceNic.characteristics(), ndis -> new SendRaceNic(ndis, locked)),
                machine -> {
                    machine.send("s");
                    machine.ndis.NdisMResetMiniport(machine.ndis.adapter("nic0").handle());
                    machine.ndis.thread(
                            "canceller",
                            Irql.PASSIVE,
                            new Steps()
                                    .then(() -> machine.ndis.NdisCancelSendNetBufferLists(
                                            machine.open().handle(), "c")));
                });
    }

    @Test
    @Rule({"R46", "R55"})
    void underALockAResetIsCompletedOnceWhoeverIsFirst() {
        Exploration all = reset(true);
        assertThat(all.counterExample()).isNull();
        assertThat(all.isComplete()).isTrue();
        assertThat(all.runsToEnd()).isGreaterThan(1);
    }

    @Test
    @Rule({"R46", "R47"})
    void withoutOneItIsNot() {
        assertThat(reset(false).counterExample()).isNotNull();
    }

    @Test
    @Rule("R62")
    void underALockASendIsCompletedOnceWhoeverTakesIt() {
        Exploration all = send(true);
        assertThat(all.counterExample()).isNull();
        assertThat(all.isComplete()).isTrue();
        assertThat(all.runsToEnd()).isGreaterThan(1);
    }

    @Test
    @Rule("R62")
    void withoutOneTwoCompleteIt() {
        Exploration.CounterExample found = send(false).counterExample();
        assertThat(found).isNotNull();
        assertThat(String.valueOf(found)).contains("R62");
    }
}
