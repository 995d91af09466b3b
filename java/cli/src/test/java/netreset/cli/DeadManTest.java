// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import netreset.linux.guard.DeviceLock;
import netreset.linux.guard.StateFolder;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resets whose callers die, or don't say that all is well. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class DeadManTest {
    @TempDir
    private Path state;

    private ConfiguredNic nic;
    private List<String> before;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        nic = new ConfiguredNic("deadman", state);
        before = nic.configuration();
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        nic.close();
    }

    private Process reset(String... more) throws IOException {
        return nic.start(arguments(more));
    }

    private List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("reset", "nic:d0", "--netns", nic.namespace(), "--method", "link", "--force", "virtual"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** Reads what a process prints up to these words. */
    private static String upTo(Process process, String words) throws IOException {
        StringBuilder said = new StringBuilder();
        int next;
        while (said.indexOf(words) < 0 && (next = process.getInputStream().read()) >= 0) {
            said.append((char) next);
        }
        assertThat(said.toString()).contains(words);
        return said.toString();
    }

    private static String rest(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    /** Nothing of these is in the snapshot's way: they are what a NIC that is cut off has lost. */
    private void cutOff() throws IOException, InterruptedException {
        nic.in("addr", "flush", "dev", "d0");
        nic.in("link", "set", "d0", "down");
        assertThat(nic.configuration()).isNotEqualTo(before);
    }

    private void awaitAsBefore() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while ((nic.isJournalThere() || !nic.configuration().equals(before)) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(nic.configuration()).isEqualTo(before);
        assertThat(nic.isJournalThere()).isFalse();
    }

    @Rule("L69")
    @Test
    void nothingIsPutBackOfWhatIsWell() throws Exception {
        Process process = reset("--dead-man", "60s", "--json");
        String said = rest(process);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .contains(
                        "unless this ends well within 60 s",
                        "RECOVERED",
                        "\"not confirmed: how it was configured is kept")
                .doesNotContain("resumption");
        assertThat(confirmations(said)).containsExactly("nic:d0 true []");
        assertThat(nic.isJournalThere()).isFalse();
        assertThat(nic.audit()).noneMatch(line -> line.contains("\"kind\":\"resumption\""));
    }

    @Rule("L69")
    @Test
    void aCallerThatIsKilledIsNoLongerNeeded() throws Exception {
        Process process = reset("--dead-man", "60s");
        nic.awaitJournal(process);
        process.destroyForcibly().waitFor();
        assertThat(nic.isJournalThere()).as("killed in the middle").isTrue();
        awaitAsBefore();
        assertThat(nic.audit()).anyMatch(line -> line.contains("\"kind\":\"resumption\""));
    }

    /** The switch is in a session of its own: what kills the caller's process group doesn't reach it. */
    @Rule("L69")
    @Test
    void aSessionThatDiesWhileItIsAskedIsNoYes() throws Exception {
        Process process = nic.start(List.of("setsid"), arguments("--dead-man", "60s", "--confirm"));
        upTo(process, "type yes within");
        cutOff();
        new ProcessBuilder("kill", "-HUP", "--", "-" + process.pid()).start().waitFor();
        process.waitFor();
        awaitAsBefore();
    }

    @Rule("L69")
    @Test
    void anAnswerThatIsNotYesIsANo() throws Exception {
        Process process = reset("--confirm", "--json");
        upTo(process, "type yes within");
        cutOff();
        process.getOutputStream().write("no\n".getBytes(UTF_8));
        process.getOutputStream().flush();
        String said = rest(process);
        assertThat(process.waitFor()).as(said).isEqualTo(6);
        assertThat(said).contains("nobody said that all is well", "\"kind\":\"resumption\"", "192.0.2.1");
        assertThat(confirmations(said))
                .containsExactly("nic:d0 false [\"not confirmed: nobody said that all is well\"]");
        awaitAsBefore();
    }

    /** As of a terminal that is gone, or a script's /dev/null. */
    @Rule("L69")
    @Test
    void theEndOfTheAnswersIsNoYes() throws Exception {
        Process process = reset("--confirm");
        upTo(process, "type yes within");
        cutOff();
        process.getOutputStream().close();
        String said = rest(process);
        assertThat(process.waitFor()).as(said).isEqualTo(6);
        awaitAsBefore();
    }

    @Rule("L69")
    @Test
    void noAnswerInTimeIsANo() throws Exception {
        Process process = reset("--dead-man", "4s", "--confirm");
        upTo(process, "type yes within");
        cutOff();
        assertThat(process.waitFor()).isNotZero();
        awaitAsBefore();
    }

    @Test
    void yesIsYesAndWhatComesAfterIsNobodysBusiness() throws Exception {
        Process process = reset("--dead-man", "60s", "--confirm");
        upTo(process, "type yes within");
        cutOff();
        process.getOutputStream().write("yes\n".getBytes(UTF_8));
        process.getOutputStream().flush();
        assertThat(process.waitFor()).isZero();
        assertThat(nic.configuration()).isNotEqualTo(before);
        assertThat(nic.isJournalThere()).isFalse();
    }

    /** Of the lines that are JSON, each checked against the schema. */
    private static List<String> confirmations(String said) {
        return said.lines()
                .filter(line -> line.startsWith("{"))
                .map(Schema::check)
                .filter(line -> line.get("kind").textValue().equals("confirmation"))
                .map(line -> line.get("id").textValue() + " " + line.get("confirmed") + " " + line.get("notes"))
                .toList();
    }

    private Process askedAboutTwo() throws IOException {
        List<String> arguments = arguments("--dead-man", "60s", "--confirm", "--json");
        arguments.add(1, "nic:p0");
        Process process = nic.start(arguments);
        upTo(process, "type yes within");
        return process;
    }

    private static void answer(Process process, String answer) throws IOException {
        process.getOutputStream().write((answer + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    /** Somebody said that all is well: that one can't be confirmed takes nothing back of the other, nor of it. */
    @Rule("L69")
    @Test
    void whatCantBeConfirmedKeepsNoOtherFromIt() throws Exception {
        Process process = askedAboutTwo();
        cutOff();
        String said;
        String first = nic.journalDevice("p0");
        try (DeviceLock other = DeviceLock.take(StateFolder.at(state), Set.of(first))) {
            assertThat(other).isNotNull();
            answer(process, "yes");
            said = rest(process);
            assertThat(process.waitFor()).as(said).isEqualTo(1);
        }
        assertThat(confirmations(said)).hasSize(2).last().isEqualTo("nic:d0 true []");
        assertThat(confirmations(said).get(0)).startsWith("nic:p0 false [\"not confirmed: another operation is at");
        assertThat(nic.journalDevice()).as("the only one left").isEqualTo(first);
        assertThat(nic.audit()).noneMatch(line -> line.contains("\"kind\":\"resumption\""));
        assertThat(nic.configuration()).isNotEqualTo(before);
    }

    /** The word is given once, to the switch: whoever gave it may be killed then. */
    @Rule("L69")
    @Test
    void theSwitchConfirmsWithoutItsCaller() throws Exception {
        Process killed = askedAboutTwo();
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly().waitFor();
        cutOff();
        Process caller = new ProcessBuilder("sleep", "60").start();
        String pid = String.valueOf(caller.pid());
        Process switched = nic.start(List.of(
                "dead-man",
                "--within",
                "60s",
                "--caller",
                pid,
                "--netns",
                nic.namespace(),
                "--json",
                "nic:p0",
                "nic:d0"));
        upTo(switched, "ready");
        caller.destroyForcibly().waitFor();
        answer(switched, DeadMan.WELL);
        String said = rest(switched);
        assertThat(switched.waitFor()).as(said).isZero();
        assertThat(confirmations(said)).containsExactly("nic:p0 true []", "nic:d0 true []");
        assertThat(nic.isJournalThere()).isFalse();
        assertThat(nic.configuration()).isNotEqualTo(before);
    }

    @Test
    void ofTwoThatNobodyConfirmsBothArePutBack() throws Exception {
        Process process = askedAboutTwo();
        cutOff();
        answer(process, "no");
        String said = rest(process);
        assertThat(process.waitFor()).as(said).isEqualTo(6);
        assertThat(confirmations(said)).hasSize(2).allMatch(line -> line.contains("false"));
        awaitAsBefore();
    }

    /** Longer than its time: it is ended. */
    @Rule("L69")
    @Test
    void aCallerThatHangsIsEnded() throws Exception {
        nic.in("link", "set", "p0", "down");
        List<String> without = nic.configuration();
        Process process = reset("--dead-man", "1s", "--timeout", "60s");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        before = without;
        awaitAsBefore();
    }

    /** As when a call is in the kernel whose caller has given it up: what it leaves can't be put back before it is back. */
    @Rule("L34")
    @Test
    void aCallThatIsStillInTheKernelIsWaitedFor() throws Exception {
        Process killed = reset();
        nic.awaitJournal(killed);
        killed.destroyForcibly().waitFor();
        cutOff();
        Process switched;
        try (DeviceLock call = DeviceLock.take(StateFolder.at(state), Set.of(nic.journalDevice()))) {
            assertThat(call).isNotNull();
            long pid = ProcessHandle.current().pid();
            switched = nic.start(List.of(
                    "dead-man",
                    "--within",
                    "60s",
                    "--caller",
                    String.valueOf(pid),
                    "--netns",
                    nic.namespace(),
                    "nic:d0"));
            upTo(switched, "ready");
            switched.getOutputStream().close();
            assertThat(switched.waitFor(2, TimeUnit.SECONDS)).as("it waits").isFalse();
            assertThat(nic.configuration()).isNotEqualTo(before);
        }
        assertThat(switched.waitFor()).as(rest(switched)).isZero();
        awaitAsBefore();
    }

    @ParameterizedTest
    @CsvSource({
        "nic:d0 --dead-man 0s, 1s to 1d",
        "nic:d0 --dead-man 2d, 1s to 1d",
        "nic:d0 --dead-man 60s --dry-run, --dry-run",
        "nic:d0 --confirm --resume, --resume",
        "nic:d0 --confirm --via-helper=/none, --via-helper",
        "ndis:sim0 --dead-man 60s, nic: targets",
        "nic:d0 ras:VPN2-1 --confirm, nic: targets",
        "nic:d0 --dead-man soon, 'soon' is no duration"
    })
    void whatContradictsItIsOneLine(String arguments, String named) {
        Ran.here(("reset " + arguments).split(" ")).failed(2, named);
    }

    @Test
    void aSwitchThatCantBeSetTouchesNothing() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Jvm.running()
                        .command(
                                Jvm.classPathWithout("none"),
                                List.of(),
                                Main.class,
                                "reset",
                                "nic:d0",
                                "--netns",
                                nic.namespace(),
                                "--method",
                                "link",
                                "--force",
                                "virtual",
                                "--dead-man",
                                "60s"))
                .redirectErrorStream(true);
        builder.environment().put("NETRESET_STATE_DIR", state.toString());
        builder.environment().put("PATH", "/nowhere");
        String counts = nic.in("-o", "link", "show", "d0");
        Process process = builder.start();
        String said = rest(process);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("nothing was touched", "setsid");
        assertThat(nic.in("-o", "link", "show", "d0")).isEqualTo(counts);
        assertThat(state.resolve("audit")).doesNotExist();
    }
}
