// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.ndis.NdisStatus;
import org.junit.jupiter.api.Test;

class ResetTransactionTest {
    private final World world = new World().started();

    @Test
    void aSynchronousResetRunsFromRequestToEnd() {
        world.reset();
        assertThat(world.story())
                .containsExactly(
                        "reset-request",
                        "reset-trigger",
                        "gate-close",
                        "status RESET_START protocol tcp/nic0",
                        "status RESET_START protocol lldp/nic0",
                        "reset-handler",
                        "reset-handler-return",
                        "gate-open",
                        "status RESET_END protocol tcp/nic0",
                        "status RESET_END protocol lldp/nic0",
                        "reset-done");
        assertThat(world.ndis.violations()).isEmpty();
    }

    @Test
    void anAsynchronousResetEndsWithItsCompletion() {
        world.pending().reset();
        assertThat(world.adapter().resetState()).isEqualTo(ResetState.PENDING);
        assertThat(world.story()).endsWith("reset-handler", "reset-handler-return");
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.story())
                .endsWith(
                        "reset-handler-return",
                        "reset-complete",
                        "gate-open",
                        "status RESET_END protocol tcp/nic0",
                        "status RESET_END protocol lldp/nic0",
                        "reset-done");
        assertThat(world.ndis.violations()).isEmpty();
    }
}
