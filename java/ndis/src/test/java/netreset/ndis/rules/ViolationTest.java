// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ViolationTest {
    @Test
    void saysWhoBrokeWhatAndHowToSeeItAgain() {
        Violation violation = new Violation(58, "nic0", "worker", 17, 42, "send s1 is outstanding");

        assertThat(violation.owner()).isEqualTo(Owner.MINIPORT);
        assertThat(violation.severity()).isEqualTo(Severity.ERROR);
        assertThat(violation)
                .hasToString("R58 error by miniport at nic0: send s1 is outstanding (agent worker, step 17, seed 42);"
                        + " legal with outstandingRule MAY_HOLD");
    }

    /** NDIS stops Windows, and the miniport is why. */
    @Test
    void blamesWhoIsToBlame() {
        Violation violation = new Violation(47, "nic0", "dpc nic0", 3, 0, "nothing is pending");

        assertThat(violation.owner()).isEqualTo(Owner.MINIPORT);
        assertThat(violation.severity()).isEqualTo(Severity.FATAL);
        assertThat(violation.remedy()).isNull();
        assertThat(violation)
                .hasToString("R47 fatal by miniport at nic0: nothing is pending (agent dpc nic0, step 3, seed 0)");
    }

    @Test
    void withoutARuleItStillSaysAllElse() {
        assertThat(new Violation(0, null, "worker", 1, 2, "the driver threw"))
                .hasToString("error by miniport: the driver threw (agent worker, step 1, seed 2)");
        assertThatThrownBy(() -> new Violation(99, null, "worker", 1, 2, "x"))
                .hasMessage("there is no rule R99: there are R1 to R98");
    }
}
