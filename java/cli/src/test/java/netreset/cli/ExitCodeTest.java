// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static netreset.cli.ExitCode.DONE;
import static netreset.cli.ExitCode.FAILED;
import static netreset.cli.ExitCode.IN_FLIGHT;
import static netreset.cli.ExitCode.NOT_FOUND;
import static netreset.cli.ExitCode.NOT_PERMITTED;
import static netreset.cli.ExitCode.NOT_RECOVERED;
import static netreset.cli.ExitCode.REFUSED;
import static netreset.cli.ExitCode.UNSUPPORTED;
import static netreset.cli.ExitCode.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.Outcome;
import netreset.Reason;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
    @ParameterizedTest
    @CsvSource({
        "PLANNED, 0",
        "RECOVERED, 0",
        "ACCEPTED, 0",
        "PARTIAL, 8",
        "NOTHING_RESET, 8",
        "NOT_RECOVERED, 6",
        "NO_EFFECT_OBSERVED, 6",
        "DATAPATH_DEAD, 6",
        "IN_FLIGHT, 9",
        "REFUSED, 7",
        "TARGET_CHANGED, 1",
        "STRANDED, 1",
        "FAILED, 1"
    })
    void ofOutcomes(Outcome outcome, int number) {
        assertThat(ExitCode.of(outcome).number()).isEqualTo(number);
    }

    @Test
    @Rule({"L17", "L18"})
    void whatWasDoneInPartOrNotAtAllIsNoSuccess() {
        assertThat(ExitCode.of(Outcome.NOTHING_RESET).number()).isNotZero();
        assertThat(ExitCode.of(Outcome.PARTIAL).number())
                .isNotZero()
                .isNotIn(FAILED.number(), NOT_RECOVERED.number(), UNSUPPORTED.number());
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST, 2",
        "NOT_FOUND, 3",
        "PERMISSION_DENIED, 4",
        "PLATFORM_UNSUPPORTED, 5",
        "UNSUPPORTED, 5",
        "FLAGS_REJECTED, 5",
        "BUSY, 1",
        "DETACHED, 1",
        "SYSTEM_CALL_FAILED, 1",
        "DEFECT, 1"
    })
    void ofReasons(Reason reason, int number) {
        assertThat(ExitCode.of(reason).number()).isEqualTo(number);
    }

    @Test
    void numbersAreDistinct() {
        assertThat(ExitCode.values()).extracting(ExitCode::number).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void theGravestOfSeveralCounts() {
        List<ExitCode> order = List.of(
                FAILED,
                IN_FLIGHT,
                NOT_RECOVERED,
                ExitCode.PARTIAL,
                NOT_PERMITTED,
                UNSUPPORTED,
                NOT_FOUND,
                REFUSED,
                DONE);
        for (int i = 0; i < order.size(); i++) {
            for (int j = i; j < order.size(); j++) {
                assertThat(ExitCode.gravest(List.of(order.get(j), order.get(i))))
                        .isEqualTo(order.get(i));
            }
        }
        assertThat(ExitCode.gravest(List.of(USAGE, USAGE))).isEqualTo(USAGE);
        assertThat(ExitCode.gravest(List.of(DONE, USAGE)))
                .as("usage says that nothing was touched")
                .isEqualTo(FAILED);
    }
}
