// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;
import netreset.Evidence;
import netreset.NativeCode;
import netreset.Outcome;
import netreset.ResetReport;
import netreset.ResetReport.Timing;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Console console = new Console(bytes, OutputStream.nullOutputStream(), OptionalInt.empty());

    private String printed() {
        console.flush();
        return bytes.toString(UTF_8);
    }

    @Test
    void tellsWhatHappened() {
        ReportText.print(console.out(), Samples.recovered());

        assertThat(printed()).isEqualTo("""
                        nic:eth1  RECOVERED
                          evidence   E3: its link is as it was, and stayed so
                          device     eth1, index 7, 0000:03:00.0, 52:54:00:00:00:01
                          method     ethtool through ffm
                          requested  0x00400020  mac phy-shared
                          performed  0x00400020  mac phy-shared  (says its driver)
                          remaining  0x00000000  none
                          call       812.3 ms
                          outage     1.503 s, to within 10.0 ms
                          carrier    up 3 -> 4, down 2 -> 3; up -> up
                          note       a note
                        """);
    }

    @Test
    void tellsWhatWouldHappen() {
        ReportText.print(console.out(), Samples.plan(), "jna");

        assertThat(printed()).isEqualTo("""
                        nic:eth1  PLANNED: nothing was touched
                          device     eth1, index 7, 0000:03:00.0, 52:54:00:00:00:01
                          method     ethtool through jna
                          requested  0xffffffff  all
                          step       look
                          step       ioctl(SIOCETHTOOL)
                          refused    it would switch itself off (override: --force disables-device)
                          note       a note
                        """);
    }

    @Test
    void tellsOfEveryMeansOfAClimb() {
        ReportText.print(console.out(), Samples.climb(), "jna");

        assertThat(printed()).isEqualTo("""
                        nic:eth1  PLANNED: nothing was touched
                          device     eth1, index 7, 0000:03:00.0, 52:54:00:00:00:01
                          method     ethtool (R2) through jna: the driver resets components
                          requested  0xffffffff  all
                          needs      CAP_NET_ADMIN
                          step       look
                          step       ioctl(SIOCETHTOOL)
                          proof      bits are cleared
                          refused    it would switch itself off (override: --force disables-device)
                          note       a note
                          then       rebind (R7) through jna: the driver is unbound and bound
                          needs      root
                          step       write(/sys/x/unbind, "x")
                          takes down eth2, on the same device
                          loses      addresses
                          proof      a new index
                        """);
    }

    @Test
    void aClimbIsJsonByTheSchema() throws IOException {
        ReportJson.write(console.out(), Samples.climb(), "ffm");
        ReportJson.write(console.out(), Samples.climbed());

        List<String> lines = printed().lines().toList();
        JsonNode plan = Schema.check(lines.get(0));
        assertThat(plan.at("/rung").textValue()).isEqualTo("R2");
        assertThat(plan.at("/stages/1/method").textValue()).isEqualTo("rebind");
        assertThat(plan.at("/stages/1/losses/0").textValue()).isEqualTo("addresses");
        assertThat(Schema.check(lines.get(1)).at("/attempts/0/outcome").textValue())
                .isEqualTo("NOT_RECOVERED");
    }

    @Test
    void whatWasTriedBeforeIsTold() {
        ReportText.print(console.out(), Samples.climbed());

        assertThat(printed()).contains("before     link (R1): NOT_RECOVERED; it stayed away\n");
    }

    @Test
    void aNicsMeansAreJsonByTheSchema() throws IOException {
        DeviceJson.write(console.out(), Samples.hardware("eth1"));

        JsonNode device = Schema.check(printed());
        assertThat(device.get("methods")).extracting(JsonNode::textValue).containsExactly("link", "ethtool");
        assertThat(device.at("/offers/2/has").textValue()).isEqualTo("no");
        assertThat(device.at("/offers/2/why").textValue()).isEqualTo("it is no USB device");
    }

    @Rule({"L60", "L71"})
    @Test
    void tellsHowLongNoTrafficPassedAndWhatTheKernelWrote() throws IOException {
        Timing timing = new Timing(1_000_000, 20_000_000L, 10_000_000L, false, 1_200_000_000L, 100_000_000L);
        ResetReport report = Samples.report(Outcome.RECOVERED, Evidence.DATAPATH, timing, null)
                .withKernelLog(List.of("eth1: link up"), List.of("another note"));
        ReportText.print(console.out(), report);
        assertThat(printed())
                .contains(
                        "no traffic for 1.200 s, or up to 100.0 ms less\n",
                        "kernel     eth1: link up\n",
                        "another note");

        ReportJson.write(console.out(), report);
        JsonNode json =
                Schema.check(printed().lines().reduce((first, last) -> last).orElseThrow());
        assertThat(json.get("datapathOutageNanos").longValue()).isEqualTo(1_200_000_000L);
        assertThat(json.get("datapathOutageResolutionNanos").longValue()).isEqualTo(100_000_000L);
        assertThat(json.at("/kernelLog/0").textValue()).isEqualTo("eth1: link up");
        assertThat(json.get("evidence").textValue()).isEqualTo("E4");
    }

    @Test
    void doesNotClaimAnOutageNobodySaw() {
        ReportText.print(console.out(), Samples.report(Outcome.RECOVERED, Evidence.LINK, Timing.NONE, null));
        ReportText.print(console.out(), Samples.report(Outcome.STRANDED, Evidence.ACKNOWLEDGED, Timing.NONE, null));
        ReportText.print(
                console.out(),
                Samples.report(
                        Outcome.FAILED,
                        Evidence.NONE,
                        new Timing(5_000, null, null, false),
                        new NativeCode("errno", 5, "EIO")));

        assertThat(printed())
                .contains("outage     none seen\n", "outage     not known\n", "now        gone")
                .contains("call       5.0 us\n", "error      EIO (errno 5)\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeIsInTheSchema(Outcome outcome) throws IOException {
        ResetReport report =
                Samples.report(outcome, Evidence.DISPATCHED, Timing.NONE, new NativeCode("errno", 5, "EIO"));
        if (outcome == Outcome.PLANNED) {
            ReportJson.write(console.out(), Samples.plan(), "ffm");
        } else {
            ReportJson.write(console.out(), report);
        }

        JsonNode json = Schema.check(printed());

        assertThat(json.get("outcome").textValue()).isEqualTo(outcome.name());
        assertThat(json.has("steps")).isEqualTo(outcome == Outcome.PLANNED);
    }

    @Test
    void jsonHasEveryNumber() throws IOException {
        ReportJson.write(console.out(), Samples.recovered());

        JsonNode report = Schema.check(printed());

        assertThat(report.get("requested").textValue()).isEqualTo("0x00400020");
        assertThat(report.get("requestedValue").longValue()).isEqualTo(0x00400020L);
        assertThat(report.get("evidence").textValue()).isEqualTo("E3");
        assertThat(report.get("dispatchNanos").longValue()).isEqualTo(812_300_000);
        assertThat(report.get("outageNanos").longValue()).isEqualTo(1_503_000_000);
        assertThat(report.get("code").isNull()).isTrue();
        assertThat(report.at("/before/carrierDowns").longValue()).isEqualTo(2);
        assertThat(report.at("/after/carrierDowns").longValue()).isEqualTo(3);
    }

    @Test
    void tellsWhatBecameOfAPort() {
        ReportText.print(console.out(), Samples.portReport(Outcome.RECOVERED, null));

        assertThat(printed()).isEqualTo("""
                        ras:VPN2-1  RECOVERED
                          evidence   E2: the same device is there, and its driver answers
                          device     VPN2-1
                          method     mprapi through ffm
                          requested  0x00000001  port
                          performed  0x00000001  port  (was seen to change)
                          remaining  0x00000000  none
                          call       1.0 ms
                          state      authenticated -> listening
                          note       a note
                        """);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"RECOVERED", "ACCEPTED", "NO_EFFECT_OBSERVED", "IN_FLIGHT", "TARGET_CHANGED"})
    void aPortsReportIsJsonByTheSchema(Outcome outcome) throws IOException {
        NativeCode code = outcome == Outcome.IN_FLIGHT ? new NativeCode("win32", 1726, "RPC_S_CALL_FAILED") : null;
        ReportJson.write(console.out(), Samples.portReport(outcome, code));

        JsonNode report = Schema.check(printed());
        assertThat(report.at("/before/state").textValue()).isEqualTo("authenticated");
        assertThat(report.at("/before/index").isMissingNode()).isTrue();
        assertThat(report.get("after").isNull()).isEqualTo(outcome == Outcome.IN_FLIGHT);
    }

    @Test
    void aPortAndItsPlanAreJsonByTheSchema() throws IOException {
        DeviceJson.write(console.out(), Samples.port("VPN2-1"));
        ReportJson.write(console.out(), Samples.portPlan(), "jna");

        List<String> lines = printed().lines().toList();
        assertThat(Schema.check(lines.get(0)).get("totalCalls").longValue()).isEqualTo(0xffffffffL);
        assertThat(Schema.check(lines.get(1)).at("/before/connected").booleanValue())
                .isTrue();
    }
}
