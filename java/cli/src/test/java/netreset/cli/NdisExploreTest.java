// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NdisExploreTest {
    @Test
    void aRaceThatEveryOrderWins() {
        Ran ran = Ran.here("ndis", "explore", "cancel-flush-race");

        assertThat(ran.exit()).isZero();
        assertThat(String.join("\n", ran.out())).startsWith("PASS  ").contains(" states, ", " states/s");
    }

    @Test
    void theShortestThatFailsIsPrintedAndRunsAgain() {
        Ran ran = Ran.here("ndis", "explore", "netvmini-pause");

        assertThat(ran.exit()).isEqualTo(1);
        String out = String.join("\n", ran.out());
        assertThat(out).contains("FAIL  netvmini", "the shortest that fails, in ", "again: netreset ndis explore");
        String choices = out.replaceAll("(?s).*--replay (\\S+).*", "$1");

        Ran again = Ran.here("ndis", "explore", "netvmini-pause", "--replay", choices);

        assertThat(again.exit()).isEqualTo(1);
        assertThat(String.join("\n", again.out())).contains("NdisMResetComplete was never called");
    }

    @Test
    void forPrograms() {
        Ran ran = Ran.here("ndis", "explore", "netvmini-pause", "--json");

        assertThat(ran.exit()).isEqualTo(1);
        ran.out().forEach(Schema::check);
        assertThat(ran.out().get(ran.out().size() - 1)).contains("\"kind\":\"exploration\"", "\"complete\":true");
    }

    @Test
    void aLimitIsNoProof() {
        Ran ran = Ran.here("ndis", "explore", "cancel-flush-race", "--depth", "3");

        assertThat(ran.exit()).isEqualTo(9);
        assertThat(String.join("\n", ran.out())).startsWith("UNKNOWN  ").contains("A limit cut it short");
    }

    @Test
    void whatMakesNoSense() {
        assertThat(Ran.here("ndis", "explore", "sync-reset", "--depth", "0").exit())
                .isEqualTo(2);
        assertThat(Ran.here("ndis", "explore", "sync-reset", "--replay", "0..1").exit())
                .isEqualTo(2);
        assertThat(Ran.here("ndis", "explore", "cancel-flush-race", "--replay", "99")
                        .err())
                .singleElement()
                .asString()
                .contains("--replay: choice 1 is 99");
        assertThat(Ran.here("ndis", "explore", "no-such-scenario").exit()).isEqualTo(2);
    }
}
