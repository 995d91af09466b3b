// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import netreset.ndis.explore.Exploration.CounterExample;
import netreset.ndis.sim.Chooser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On worlds small enough to count by hand. */
class ExplorerTest {
    private static Exploration explore(Subject subject) {
        return new Explorer(subject, System::nanoTime).explore();
    }

    /** Two threads that each read a counter and write back one more. */
    private static Toy lostUpdate(Chooser chooser, boolean silent) {
        Toy toy = new Toy(chooser, 3);
        for (int i = 1; i <= 2; i++) {
            int own = i;
            toy.thread("thread " + i)
                    .then(() -> toy.variables[own] = toy.variables[0], 0, own)
                    .then(() -> toy.variables[0] = toy.variables[own] + 1, 0, own);
        }
        toy.failsAtEndIf(() -> toy.variables[0] == 2 ? null : "the counter is " + toy.variables[0]);
        return silent ? toy.silent() : toy;
    }

    @Test
    void aLostUpdateIsFound() {
        Exploration found = explore(chooser -> lostUpdate(chooser, false));

        CounterExample example = requireNonNull(found.counterExample());
        assertThat(example.message()).isEqualTo("the counter is 1");
        assertThat(example.steps()).isEqualTo(4);
        assertThat(found.comparesStates()).isTrue();
    }

    @Test
    void aCounterExampleHappensAgain() {
        CounterExample example =
                requireNonNull(explore(chooser -> lostUpdate(chooser, false)).counterExample());

        Toy again = lostUpdate(Replay.of(example.choices()), false);
        again.go();

        assertThat(again.failureAtEnd()).isEqualTo(example.message());
    }

    /** The words made of n a's and n b's: (2n)! / n!². */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 6", "3, 20", "4, 70"})
    void withoutStatesEveryOrderIsRun(int steps, int orders) {
        Set<String> seen = new TreeSet<>();
        Exploration found = explore(chooser -> {
            Toy toy = new Toy(chooser, 1).silent();
            StringBuilder order = new StringBuilder();
            for (String name : new String[] {"a", "b"}) {
                Toy.Worker thread = toy.thread(name);
                for (int i = 0; i < steps; i++) {
                    thread.then(() -> order.append(name), 0);
                }
            }
            return toy.failsAtEndIf(() -> {
                seen.add(order.toString());
                return null;
            });
        });

        assertThat(seen).hasSize(orders);
        assertThat(found.runs()).isEqualTo(orders);
        assertThat(found.runsToEnd()).isEqualTo(orders);
        assertThat(found.isComplete()).isTrue();
        assertThat(found.comparesStates()).isFalse();
    }

    /** Two counters from 0 to n make a grid; in each of its states but the last somebody can step. */
    @Test
    void aStateIsEnteredOnce() {
        Exploration found = explore(chooser -> {
            Toy toy = new Toy(chooser, 1);
            for (String name : new String[] {"a", "b"}) {
                Toy.Worker thread = toy.thread(name);
                for (int i = 0; i < 10; i++) {
                    thread.then(() -> {}, 0);
                }
            }
            return toy;
        });

        assertThat(found.states()).isEqualTo(11 * 11 - 1);
        assertThat(found.isComplete()).isTrue();
        assertThat(found.counterExample()).isNull();
    }

    @Test
    void stepsThatTouchNothingInCommonAreRunInOneOrder() {
        Exploration found = explore(chooser -> {
            Toy toy = new Toy(chooser, 3);
            for (int i = 0; i < 3; i++) {
                int own = i;
                Toy.Worker thread = toy.thread("thread " + i);
                for (int j = 0; j < 4; j++) {
                    thread.then(() -> toy.variables[own]++, own);
                }
            }
            return toy.silent();
        });

        assertThat(found.runsToEnd()).isEqualTo(1);
        assertThat(found.isComplete()).isTrue();
    }

    /** With the reduction and without: no end state is lost. Threads step on variables in a pattern of their own. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"})
    void theReductionLosesNoEnd(int pattern) {
        assertThat(ends(pattern, true, true))
                .isEqualTo(ends(pattern, false, true))
                .isEqualTo(ends(pattern, true, false))
                .isEqualTo(ends(pattern, false, false))
                .hasSizeGreaterThan(1);
    }

    private static Set<String> ends(int pattern, boolean marks, boolean states) {
        Set<String> ends = new TreeSet<>();
        Exploration found = explore(chooser -> {
            Toy toy = new Toy(chooser, 4);
            for (int i = 0; i < 3; i++) {
                Toy.Worker thread = toy.thread("thread " + i);
                for (int j = 0; j < 3; j++) {
                    int from = (pattern * (i + 1) + j * (pattern / 4 + 1)) % 4;
                    int to = (pattern + i * 2 + j) % 4;
                    int add = i * 3 + j + 1;
                    Runnable action = () -> toy.variables[to] = toy.variables[from] * 2 + add;
                    if (marks) {
                        thread.then(action, from, to);
                    } else {
                        thread.then(action);
                    }
                }
            }
            toy.failsAtEndIf(() -> {
                ends.add(Arrays.toString(toy.variables));
                return null;
            });
            return states ? toy : toy.silent();
        });
        assertThat(found.isComplete()).isTrue();
        return ends;
    }

    /** What a step has read of a variable that others change: with marks and without, with states compared and without. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void whatAStepReadsInItsMiddleIsLostInNoOrder(boolean marks, boolean states) {
        Set<String> ends = new TreeSet<>();
        Exploration found = explore(chooser -> {
            Toy toy = new Toy(chooser, 2);
            toy.thread("reads").then(toy.reading(0, 1), marks ? new int[] {0, 1} : new int[0]);
            int[] touched = marks ? new int[] {0} : new int[0];
            toy.thread("writes").then(() -> toy.variables[0] = 1, touched).then(() -> toy.variables[0] = 2, touched);
            return toy.endingIn(ends, states);
        });

        assertThat(found.isComplete()).isTrue();
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        "[2, 0]",
                        "[2, 100]",
                        "[2, 110]",
                        "[2, 111]",
                        "[2, 200]",
                        "[2, 210]",
                        "[2, 211]",
                        "[2, 220]",
                        "[2, 221]",
                        "[2, 222]");
    }

    /** Handlers in the middle of one another: with states compared and without, no end is lost. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "9"})
    void comparingStatesInTheMiddleOfStepsLosesNoEnd(int pattern) {
        assertThat(endsOfHandlers(pattern, true))
                .isEqualTo(endsOfHandlers(pattern, false))
                .hasSizeGreaterThan(1);
    }

    private static Set<String> endsOfHandlers(int pattern, boolean states) {
        Set<String> ends = new TreeSet<>();
        Exploration found = explore(chooser -> {
            Toy toy = new Toy(chooser, 3);
            toy.variables[pattern % 3] = 1;
            toy.thread("a").then(toy.reading(pattern % 3, (pattern + 1) % 3));
            toy.thread("b").then(toy.reading(pattern / 3 % 3, (pattern + 2) % 3));
            toy.thread("c").then(() -> toy.variables[pattern / 2 % 3] = 2);
            return toy.endingIn(ends, states);
        });
        assertThat(found.isComplete()).isTrue();
        return ends;
    }

    /** A step that waits in its middle remembers what it read before. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void whatComesBeforeAWaitAndAfterAreTwoThings(boolean states, boolean writesFirst) {
        Set<String> ends = new TreeSet<>();
        explore(chooser -> {
            Toy toy = new Toy(chooser, 3);
            Toy.Worker first = toy.thread("first");
            Toy.Worker second = toy.thread("second");
            Runnable waits = () -> {
                int read = toy.variables[0];
                toy.simulation().await(() -> toy.variables[1] == 1);
                toy.variables[2] = read + 10 * toy.variables[0];
            };
            (writesFirst ? second : first).then(waits, 0, 1, 2);
            (writesFirst ? first : second)
                    .then(() -> toy.variables[0] = 1, 0)
                    .then(() -> toy.variables[0] = 2, 0)
                    .then(() -> toy.variables[1] = 1, 1);
            return toy.endingIn(ends, states);
        });

        assertThat(ends).containsExactlyInAnyOrder("[2, 1, 20]", "[2, 1, 21]", "[2, 1, 22]");
    }

    /** One that waited can be at the same place in the same state and know something else. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatAStepReadsAfterAWaitIsPartOfTheState(boolean states) {
        Set<String> ends = new TreeSet<>();
        explore(chooser -> {
            Toy toy = new Toy(chooser, 4);
            toy.thread("waits").then(() -> {
                toy.simulation().await(() -> toy.variables[1] == 1);
                toy.reading(0, 2).run();
            });
            toy.thread("writes")
                    .then(() -> toy.variables[0] = 1)
                    .then(() -> toy.variables[0] = 2)
                    .then(() -> toy.variables[3] = toy.variables[2]);
            toy.thread("wakes").then(() -> toy.variables[1] = 1);
            return toy.endingIn(ends, states);
        });

        assertThat(ends).contains("[2, 1, 221, 221]", "[2, 1, 222, 222]").hasSize(16);
    }

    /** Five philosophers who take the left fork first: all can starve, in five steps at the least. */
    @Test
    void theShortestWayIntoADeadlockIsFound() {
        Exploration found = explore(chooser -> {
            Toy toy = new Toy(chooser, 5);
            for (int i = 0; i < 5; i++) {
                int left = i;
                int right = (i + 1) % 5;
                toy.thread("philosopher " + i)
                        .when(() -> toy.variables[left] == 0, () -> toy.variables[left] = 1, left)
                        .when(() -> toy.variables[right] == 0, () -> toy.variables[right] = 1, right)
                        .then(() -> toy.variables[right] = 0, right)
                        .then(() -> toy.variables[left] = 0, left);
            }
            return toy.failsAtEndIf(() -> toy.isStuck() ? "nobody can go on" : null);
        });

        CounterExample example = requireNonNull(found.counterExample());
        assertThat(example.message()).isEqualTo("nobody can go on");
        assertThat(example.steps()).isEqualTo(5);
    }

    @Test
    void aDepthMakesItIncomplete() {
        Exploration found = new Explorer(chooser -> lostUpdate(chooser, false), System::nanoTime)
                .withDepth(1)
                .explore();

        assertThat(found.isComplete()).isFalse();
        assertThat(found.counterExample()).isNull();
    }

    @Test
    void aFailureOnTheWayEndsTheRun() {
        Exploration found = explore(chooser -> {
            Toy toy = new Toy(chooser, 2);
            toy.thread("a").then(() -> toy.variables[0]++, 0).then(() -> toy.variables[0]++, 0);
            toy.thread("b").then(() -> toy.variables[1]++, 1).then(() -> {}, 1).then(() -> {}, 1);
            return toy.failsIf(() -> toy.variables[0] == 2 && toy.variables[1] == 0 ? "too early" : null);
        });

        CounterExample example = requireNonNull(found.counterExample());
        assertThat(example.message()).isEqualTo("too early");
        assertThat(example.steps()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"''", "1.", "a", "1..2", "-1", "99999"})
    void whatIsNoChoicesIsRefused(String text) {
        assertThatThrownBy(() -> Replay.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
