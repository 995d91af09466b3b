// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import netreset.ndis.Irql;
import netreset.ndis.Steps;
import netreset.ndis.sim.RandomChooser;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** The drivers that race, in many orders: under a lock none goes wrong, without it some do. */
class SeededRacesTest {
    private static final int SEEDS = 200;

    private static Set<String> resets(boolean locked) {
        Set<String> wrong = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Machine<?> machine = new Machine<>(
                    new RandomChooser(seed), ResetRaceNic.characteristics(), ndis -> new ResetRaceNic(ndis, locked));
            note(machine.reset(), wrong);
        }
        return wrong;
    }

    private static Set<String> sends(boolean locked) {
        Set<String> wrong = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Machine<?> machine = new Machine<>(
                    new RandomChooser(seed), SendRaceNic.characteristics(), ndis -> new SendRaceNic(ndis, locked));
            machine.send("s");
            machine.ndis.interrupt("nic0");
            machine.ndis.thread(
                    "canceller",
                    Irql.PASSIVE,
                    new Steps()
                            .then(() -> machine.ndis.NdisCancelSendNetBufferLists(
                                    machine.open().handle(), "c")));
            note(machine.reset(), wrong);
        }
        return wrong;
    }

    private static void note(Machine<?> machine, Set<String> wrong) {
        machine.broken().forEach(rule -> wrong.add("R" + rule));
        if (!machine.ndis.unfinished().isEmpty() && machine.ndis.bugCheck() == null) {
            wrong.add("unfinished");
        }
    }

    @Test
    @Rule({"R46", "R55"})
    void underALockAResetIsCompletedOnceWhoeverIsFirst() {
        assertThat(resets(true)).isEmpty();
    }

    @Test
    @Rule({"R46", "R47"})
    void withoutOneItIsNot() {
        assertThat(resets(false)).isNotEmpty();
    }

    @Test
    @Rule("R62")
    void underALockASendIsCompletedOnceWhoeverTakesIt() {
        assertThat(sends(true)).isEmpty();
    }

    @Test
    @Rule("R62")
    void withoutOneTwoCompleteIt() {
        assertThat(sends(false)).contains("R62");
    }
}
