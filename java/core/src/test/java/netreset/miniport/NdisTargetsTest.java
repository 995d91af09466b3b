// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreset.DeviceId;
import netreset.Outcome;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Scope;
import netreset.Verification;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names mean. */
@Timeout(60)
class NdisTargetsTest {
    @ParameterizedTest
    @ValueSource(strings = {"sim0", "sim7", "sim9999", "sim0000"})
    void namesOfNoHardware(String name) {
        assertThat(NdisTargets.isSimulated(new DeviceId("ndis", name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sim",
                "sim99999",
                "sim0x",
                "xsim0",
                "SIM0",
                "sim-1",
                "sim 0",
                "sim٠",
                "eth1",
                "simeth0",
                "sim0\n"
            })
    void allOtherNamesAreNics(String name) {
        assertThat(NdisTargets.owns(new DeviceId("ndis", name))).isTrue();
        assertThat(NdisTargets.isSimulated(new DeviceId("ndis", name))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"nic, sim0", "ras, sim0"})
    void whatIsCalledLikeItInAnotherSchemeIsAnother(String scheme, String name) {
        assertThat(NdisTargets.owns(new DeviceId(scheme, name))).isFalse();
        assertThat(NdisTargets.isSimulated(new DeviceId(scheme, name))).isFalse();
    }

    @Test
    void theRequestForTheNicIsTheSameButForItsScheme() {
        ResetRequest request = ResetRequest.of("ndis:eth1")
                .withScope(Scope.of("mac"))
                .withVerification(Verification.NONE)
                .withTimeout(Duration.ofSeconds(7))
                .withOverrides(Set.of("disables-device"));

        assertThat(NdisTargets.ofNic(request))
                .isEqualTo(ResetRequest.of("nic:eth1")
                        .withScope(Scope.of("mac"))
                        .withVerification(Verification.NONE)
                        .withTimeout(Duration.ofSeconds(7))
                        .withOverrides(Set.of("disables-device")));
    }

    @Test
    void noHardwareSaysSoInEveryEventAndInItsReport() throws ResetException {
        DeviceId sim0 = new DeviceId("ndis", "sim0");
        List<ResetEvent> heard = new ArrayList<>();
        try (Bench bench = new Bench(NdisTargets.simulated(sim0, "fake"))) {
            ResetReport report = bench.adapter.reset(heard::add);

            assertThat(report.simulated()).isTrue();
            assertThat(report.id()).isEqualTo(sim0);
            assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
            assertThat(report.performed().isEmpty()).isTrue();
            assertThat(report.notes()).contains("simulated: no device was touched");
            assertThat(bench.events).isNotEmpty().noneMatch(Event::real);
            assertThat(bench.completion()).isEqualTo(NdisStatus.SUCCESS);
            assertThat(heard)
                    .extracting(ResetEvent::what)
                    .containsExactly(ResetEvent.What.LINK_LOST, ResetEvent.What.LINK_BACK);
            bench.assertTold();
        }
    }
}
