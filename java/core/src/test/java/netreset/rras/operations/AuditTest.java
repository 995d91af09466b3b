// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import netreset.Outcome;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakePort;
import netreset.rras.FakeServer;
import netreset.rras.PortCondition;
import netreset.rras.RasServer;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of each call that changes something. */
class AuditTest {
    private static final PortRequest RESET = PortRequest.of(PortOperation.RESET, PortSelection.ALL);

    private Bench bench;

    @BeforeEach
    void connect() throws ResetException {
        bench = new Bench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Rule("P50")
    void eachAttemptHasOneIntentBeforeItAndOneRecordAfterIt() throws ResetException {
        bench.stuck("A");
        bench.stuck("B");
        bench.fake.fail(MprapiFunction.PORT_RESET, 1727, 0, 87);
        bench.fake.disconnect = Bench::hangUp;

        bench.run(RESET.withEscalation(true));

        assertThat(bench.trail)
                .containsExactly(
                        "intend RESET A after 0",
                        "record RESET A after 1",
                        "intend RESET A after 1",
                        "record RESET A after 2",
                        "intend DISCONNECT A after 2",
                        "record DISCONNECT A after 3",
                        "intend RESET B after 3",
                        "record RESET B after 4");
        assertThat(bench.records).extracting(PortAttempt::number).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    @Rule("P50")
    void theRecordSaysWhatWasBeforeAndAfterAndWhatTheCallReturned() throws ResetException {
        bench.stuck("A");
        bench.fake.reset = Bench::hangUp;

        bench.run(RESET.withVerification(Duration.ZERO));

        PortAttempt record = bench.records.get(0);
        assertThat(record.before().isConnected()).isTrue();
        assertThat(record.before().connection().user()).isEqualTo("nobody");
        assertThat(record.result().code().value()).isZero();
        assertThat(record.after().isConnected()).isFalse();
        assertThat(record.after().condition()).isEqualTo(PortCondition.LISTENING);
        assertThat(record.durationNanos()).isNotNegative();
    }

    @Test
    @Rule("P50")
    void withoutAnIntentThereIsNoCall() throws ResetException {
        bench.stuck("A");
        bench.stuck("B");
        bench.intentsFail = true;

        PortRun run = bench.run(RESET);

        assertThat(bench.mutations()).isZero();
        assertThat(bench.outcomes(run)).containsExactly(PortOutcome.FAILED, PortOutcome.NOT_ATTEMPTED);
        assertThat(run.stopped()).hasMessageContaining("no call was made").hasMessageContaining("no space left");
    }

    @Test
    @Rule("P50")
    void aRecordThatCannotBeKeptEndsTheRun() throws ResetException {
        bench.stuck("A");
        bench.stuck("B");
        bench.recordsFail = true;

        PortRun run = bench.run(RESET.withVerification(Duration.ZERO));

        assertThat(bench.mutations()).isEqualTo(1);
        assertThat(bench.outcomes(run)).containsExactly(PortOutcome.ACCEPTED, PortOutcome.NOT_ATTEMPTED);
        assertThat(run.stopped()).hasMessageContaining("the last call isn't in it");
    }

    @Test
    @Rule("P50")
    void theFileHasALineForEachAndTheIntentIsThereBeforeTheCall(@TempDir Path folder)
            throws ResetException, IOException {
        Path file = folder.resolve("audit.ndjson");
        Files.writeString(file, "what was there\n");
        FakeServer fake = new FakeServer();
        FakePort port = new FakePort(-2, "A\"\\\u001b[2J\u202e\ud800");
        fake.ports.add(port);
        int[] linesAtCall = {0};
        fake.reset = reset -> linesAtCall[0] = lines(file).size();
        try (RasServer server = fake.connect();
                AuditFile audit = AuditFile.open(file)) {
            new PortOperations(server, audit, new FakeTime()).run(RESET);
        }

        List<String> lines = lines(file);
        assertThat(linesAtCall[0]).isEqualTo(2);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("what was there");
        assertThat(lines.get(1))
                .startsWith("{\"schema\":\"netreset-audit/1\",\"kind\":\"intent\",\"pid\":")
                .contains("\"number\":1,", "\"library\":\"a fake\"", "\"operation\":\"RESET\"")
                .contains("\"what\":\"device reset\"", "\"operator\":\"")
                .contains("\"name\":\"A\\\"\\\\\\u001b[2J\\u202e\\ud800\"")
                .contains("\"handle\":\"fffffffffffffffe\"")
                .endsWith("}}");
        assertThat(lines.get(2))
                .contains("\"kind\":\"attempt\"", "\"status\":\"ACCEPTED\",\"code\":0,\"symbol\":\"NO_ERROR\"")
                .contains("\"effect\":\"NOT_OBSERVED\"", "\"after\":{\"name\":")
                .endsWith("}}");
    }

    @Test
    @Rule("P50")
    void anInterruptTakesNoRecordAway(@TempDir Path folder) throws ResetException, IOException {
        Path file = folder.resolve("audit.ndjson");
        FakeServer fake = new FakeServer();
        fake.ports.add(new FakePort(1, "A"));
        FakeTime time = new FakeTime();
        time.interruptSleep();
        try (RasServer server = fake.connect();
                AuditFile audit = AuditFile.open(file)) {
            PortRun run = new PortOperations(server, audit, time).run(RESET);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(run.ports().get(0).outcome()).isEqualTo(PortOutcome.EFFECT_UNKNOWN);
            assertThat(run.stopped()).isNull();
        }

        assertThat(lines(file)).hasSize(2);
        assertThat(lines(file).get(1)).contains("\"kind\":\"attempt\"", "\"effect\":\"UNKNOWN\"");
    }

    @Test
    @Rule("P50")
    void aReportSaysThatTheRecordIsMissing() throws ResetException {
        bench.stuck("A");
        bench.recordsFail = true;

        ResetReport report = PortResets.report(ResetRequest.of("ras:A"), "fake", bench.run(RESET));

        assertThat(report.outcome()).isEqualTo(Outcome.NO_EFFECT_OBSERVED);
        assertThat(report.notes()).hasSize(2).last().asString().contains("the last call isn't in it");
        bench.fake.fail(MprapiFunction.PORT_RESET, 87);
        PortRun failed = bench.run(RESET);
        assertThatThrownBy(() -> PortResets.report(ResetRequest.of("ras:A"), "fake", failed))
                .hasMessageContaining("ERROR_INVALID_PARAMETER")
                .hasMessageContaining("the last call isn't in it");
    }

    @Test
    void codesAreUnsigned(@TempDir Path folder) throws ResetException, IOException {
        Path file = folder.resolve("audit.ndjson");
        FakeServer fake = new FakeServer();
        fake.ports.add(new FakePort(1, "A"));
        fake.fail(MprapiFunction.PORT_RESET, 0xC0020017);
        try (RasServer server = fake.connect();
                AuditFile audit = AuditFile.open(file)) {
            new PortOperations(server, audit, new FakeTime()).run(RESET);
        }

        assertThat(lines(file).get(1)).contains("\"status\":\"REFUSED\",\"code\":3221356567,");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
