// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netreset.DeviceId;
import netreset.Method;
import netreset.Outcome;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Rung;
import netreset.linux.guard.DeviceLock;
import netreset.linux.guard.Journal;
import netreset.linux.guard.JournalEntry;
import netreset.linux.guard.JournalEntry.Phase;
import netreset.linux.guard.Limits;
import netreset.linux.guard.StateFolder;
import netreset.linux.ladder.AdminState;
import netreset.linux.ladder.Means;
import netreset.linux.ladder.Refusals;
import netreset.linux.ladder.Target;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one reset of eth1 means for the next one, of whatever process. */
class GuardTest extends LadderBase {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 2);

    @TempDir
    private Path state;

    private FakeMachine.FakeFunction function;

    @BeforeEach
    void aNicAndAnUptime() {
        function = machine.function("eth1", "e1000e", "pm");
        uptime("boot-1", 1000);
    }

    private void uptime(String boot, double seconds) {
        machine.sysfs.file("proc/sys/kernel/random/boot_id", boot);
        machine.sysfs.file("proc/uptime", seconds + " 0.0");
    }

    private String device() {
        return "pci/" + function.address;
    }

    private LinuxNics nics() throws ResetException {
        return nics(false);
    }

    private LinuxNics nics(boolean confirmation) throws ResetException {
        return nics(confirmation, Refusals.NONE);
    }

    private LinuxNics nics(boolean confirmation, Refusals refusals) throws ResetException {
        LinuxSite site = machine.site();
        MachineGuard guard = new MachineGuard(StateFolder.at(state), LIMITS, null, site.files(), "", confirmation);
        return new LinuxNics(site, refusals, new AdminState(site), guard, new Resume(site, guard));
    }

    private ResetReport guarded(ResetRequest request) throws ResetException {
        return nics().reset(request, ResetListener.NONE);
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }

    private List<String> audit() throws IOException {
        return Files.readAllLines(state.resolve("audit/audit.ndjson"));
    }

    @Rule("L67")
    @Test
    void aSecondResetWaitsForTheCoolDown() throws ResetException {
        assertThat(guarded(by(Method.LINK)).outcome()).isEqualTo(Outcome.RECOVERED);
        machine.kernel.switched.clear();

        uptime("boot-1", 1012);
        ResetReport second = guarded(by(Method.LINK));
        assertThat(second.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(second.refusals())).containsExactly("cool-down");
        assertThat(second.refusals().get(0).reason()).contains("may be again in 18 s");
        assertThat(machine.kernel.switched).isEmpty();

        uptime("boot-1", 1031);
        assertThat(guarded(by(Method.LINK)).outcome()).isEqualTo(Outcome.RECOVERED);
        uptime("boot-1", 1100);
        assertThat(codes(guarded(by(Method.LINK)).refusals())).containsExactly("budget");
    }

    @Rule("L65")
    @Test
    void eachIsOverriddenByItsOwnNameOnly() throws ResetException {
        guarded(by(Method.LINK));
        guarded(by(Method.LINK).withOverrides(Set.of("cool-down")));
        assertThat(codes(guarded(by(Method.LINK)).refusals())).containsExactly("cool-down", "budget");
        assertThat(codes(
                        guarded(by(Method.LINK).withOverrides(Set.of("budget"))).refusals()))
                .containsExactly("cool-down");
        assertThat(guarded(by(Method.LINK).withOverrides(Set.of("budget", "cool-down")))
                        .outcome())
                .isEqualTo(Outcome.RECOVERED);
    }

    @Rule({"L67", "L68"})
    @Test
    void aPlanSaysSoToo() throws ResetException {
        guarded(by(Method.LINK));
        ResetPlan plan = nics().plan(by(Method.LINK).withUpTo(Rung.R8));
        assertThat(codes(plan.refusals())).containsExactly("cool-down");
        assertThat(plan.stages()).hasSizeGreaterThan(1);
        assertThat(plan.stages().subList(1, plan.stages().size()))
                .as("a climb is one reset")
                .noneMatch(stage -> codes(stage.refusals()).contains("cool-down"));
    }

    @Rule({"L36", "L67"})
    @Test
    void aClimbIsOneReset() throws ResetException {
        function.nic.carrierWhenOn = false;
        ResetReport report = guarded(request().withUpTo(Rung.R7).withTimeout(Duration.ofMillis(1500)));
        assertThat(report.refusals()).isEmpty();
        assertThat(report.attempts()).isNotEmpty();
    }

    @Rule("L33")
    @Test
    void whatAnotherProcessIsAtIsBusy() throws ResetException {
        try (DeviceLock other = DeviceLock.take(StateFolder.at(state), Set.of(device()))) {
            assertThat(other).isNotNull();
            ResetException e = catchThrowableOfType(ResetException.class, () -> guarded(by(Method.LINK)));
            assertThat(e.reason()).isEqualTo(Reason.BUSY);
            assertThat(machine.kernel.switched).isEmpty();
        }
        assertThat(guarded(by(Method.LINK)).outcome()).isEqualTo(Outcome.RECOVERED);
    }

    /** Forbids what the n-th look of all is to find; keeps for each whether the NIC was locked. */
    private final class Looks implements Refusals {
        private final List<Boolean> locked = new ArrayList<>();
        private int refusing;

        private LinuxNics nics() throws ResetException {
            return GuardTest.this.nics(false, this);
        }

        @Override
        public Set<String> codes() {
            return Set.of("bond-member");
        }

        @Override
        public Against against(Target target, Means means) {
            locked.add(DeviceLock.isHeld(StateFolder.at(state), device()));
            boolean refuses = locked.size() == refusing;
            return new Against(refuses ? List.of(new Refusal("bond-member", "because")) : List.of(), List.of());
        }
    }

    @Rule({"L64", "L33"})
    @Test
    void oneLookWithTheLockHeldIsEnoughForAReset() throws ResetException {
        Looks looks = new Looks();
        assertThat(looks.nics().reset(by(Method.LINK), ResetListener.NONE).outcome())
                .isEqualTo(Outcome.RECOVERED);
        assertThat(looks.locked).containsExactly(true);
    }

    @Rule({"L66", "L72"})
    @Test
    void aPortIsLookedAtAgainRightBeforeTheAct() throws ResetException, IOException {
        function.nic.master = 99;
        Looks looks = new Looks();
        looks.refusing = 2;
        ResetReport report = looks.nics().reset(by(Method.LINK), ResetListener.NONE);
        assertThat(codes(report.refusals())).containsExactly("bond-member");
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(looks.locked).containsExactly(true, true);
        assertThat(machine.kernel.switched).isEmpty();
        assertThat(audit().get(1)).contains("\"outcome\":\"REFUSED\"");
    }

    @Rule({"L29", "L64"})
    @Test
    void whatIsExecutedIsLookedAtAfterItsPlan() throws ResetException {
        Looks looks = new Looks();
        ResetPlan plan = looks.nics().plan(by(Method.LINK));
        looks.refusing = 2;
        assertThat(codes(looks.nics().execute(plan, ResetListener.NONE).refusals()))
                .containsExactly("bond-member");
        assertThat(looks.locked).containsExactly(false, true);
    }

    @Rule({"L64", "L67"})
    @Test
    void aRefusedResetIsNoneThatWasMade() throws ResetException {
        Looks looks = new Looks();
        looks.refusing = 1;
        assertThat(codes(looks.nics().reset(by(Method.LINK), ResetListener.NONE).refusals()))
                .containsExactly("bond-member");
        assertThat(guarded(by(Method.LINK)).outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Rule({"L64", "L33"})
    @Test
    void whoIsBusyTellsAllTheSameWhatForbidsIt() throws ResetException {
        Looks looks = new Looks();
        looks.refusing = 1;
        try (DeviceLock other = DeviceLock.take(StateFolder.at(state), Set.of(device()))) {
            assertThat(other).isNotNull();
            ResetReport report = looks.nics().reset(by(Method.LINK), ResetListener.NONE);
            assertThat(codes(report.refusals())).containsExactly("bond-member");
        }
    }

    @Rule("L33")
    @Test
    void anotherFunctionOfTheChipIsBusyToo() throws ResetException {
        String slot = device().substring(0, device().lastIndexOf('.'));
        try (DeviceLock other = DeviceLock.take(StateFolder.at(state), Set.of(slot))) {
            assertThat(other).isNotNull();
            ResetException e = catchThrowableOfType(ResetException.class, () -> guarded(by(Method.LINK)));
            assertThat(e.reason()).isEqualTo(Reason.BUSY);
        }
    }

    @Rule("L72")
    @Test
    void everyAttemptIsWrittenDownAlsoTheRefusedOnes() throws ResetException, IOException {
        guarded(by(Method.LINK));
        guarded(by(Method.LINK));
        ResetException unsupported = catchThrowableOfType(
                ResetException.class, () -> guarded(by(Method.USB).withOverrides(Set.of("cool-down"))));
        assertThat(unsupported.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(audit()).hasSize(4);
        assertThat(audit().get(0))
                .contains("\"kind\":\"intent\"", "\"target\":\"nic:eth1\"", "\"askedMethod\":\"link\"");
        assertThat(audit().get(1)).contains("\"kind\":\"attempt\"", "\"outcome\":\"RECOVERED\"", "\"rung\":\"R1\"");
        assertThat(audit().get(2)).contains("\"outcome\":\"REFUSED\"", "\"refusals\":[\"cool-down\"]");
        assertThat(audit().get(3)).contains("\"outcome\":null", "\"reason\":\"UNSUPPORTED\"");
    }

    @Rule("L72")
    @Test
    void eachLineSaysWhoAskedAndWhy() throws ResetException, IOException {
        ResetRequest request = by(Method.LINK).withReason("rx \"stuck\"").withRequester("alice");
        guarded(request);
        guarded(request);
        ResetException unsupported = catchThrowableOfType(
                ResetException.class,
                () -> guarded(request.withMethod(Method.USB).withReason(null)));
        assertThat(unsupported.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(audit()).hasSize(4);
        assertThat(audit().subList(0, 3))
                .allMatch(line -> line.contains("\"requester\":\"alice\",\"askedReason\":\"rx \\\"stuck\\\"\""));
        assertThat(audit().get(3)).contains("\"requester\":\"alice\",\"askedReason\":null");
    }

    /** As a helper, that has rules of its own; and a plan that isn't right any more. */
    @Rule("L72")
    @Test
    void whatACallerRefusesOrCantExecuteIsWrittenDownToo() throws ResetException, IOException {
        LinuxNics nics = nics();
        ResetPlan plan = nics.plan(by(Method.LINK));
        assertThat(nics.refused(by(Method.LINK), new ResetException(Reason.PERMISSION_DENIED, "not for you")))
                .isEmpty();
        machine.kernel.remove(function.nic);
        ResetException gone = catchThrowableOfType(ResetException.class, () -> nics.execute(plan, ResetListener.NONE));
        assertThat(gone.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(audit()).hasSize(2).allMatch(line -> line.contains("\"kind\":\"attempt\""));
        assertThat(audit().get(0)).contains("\"reason\":\"PERMISSION_DENIED\"", "not for you");
        assertThat(audit().get(1)).contains("\"reason\":\"NOT_FOUND\"");
    }

    @Rule("L69")
    @Test
    void nothingIsLeftOfAResetThatIsOver() throws ResetException {
        guarded(by(Method.LINK));
        assertThat(nics().interrupted()).isEmpty();
        assertThat(new Journal(StateFolder.at(state), device()).found()).isNull();
    }

    private JournalEntry dead(String step) throws ResetException {
        String permanentAddress = machine.nics().list().stream()
                .filter(nic -> nic.name().equals("eth1"))
                .map(nic -> nic.hardware().permanentAddress())
                .findFirst()
                .orElseThrow();
        return new JournalEntry(
                "nic:eth1",
                "",
                "eth1",
                function.nic.index,
                "pci",
                function.address,
                permanentAddress,
                null,
                "e1000e",
                "pm",
                1,
                "2026-11-26T10:00:00Z",
                step,
                Phase.BEGUN,
                "");
    }

    @Rule("L69")
    @Test
    void whatADeadProcessLeftIsResumedBeforeAnythingElse() throws ResetException {
        new Journal(StateFolder.at(state), device()).write(dead("link (R1)"));
        ResetReport refused = guarded(by(Method.LINK));
        assertThat(codes(refused.refusals())).containsExactly("interrupted");
        assertThat(refused.refusals().get(0).reason()).contains("in the middle of link (R1)", "process 1");
        assertThat(machine.kernel.switched).isEmpty();
        assertThat(nics().interrupted())
                .singleElement()
                .satisfies(found -> assertThat(found.target()).isEqualTo("nic:eth1"));

        assertThat(nics().resume(nics().interrupted().get(0)).isComplete()).isTrue();
        assertThat(nics().interrupted()).isEmpty();
        assertThat(guarded(by(Method.LINK)).outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Rule("L69")
    @Test
    void untilItIsConfirmedAResetCanBeTakenBack() throws ResetException {
        DeviceId eth1 = DeviceId.parse("nic:eth1");
        ResetReport report = nics(true).reset(by(Method.LINK), ResetListener.NONE);
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("not confirmed"));
        assertThat(nics().interrupted(eth1))
                .singleElement()
                .satisfies(one -> assertThat(one.what()).contains("wasn't confirmed yet", "link (R1)"));
        ResetRequest again = by(Method.LINK).withOverrides(Set.of("cool-down"));
        assertThat(codes(guarded(again).refusals())).containsExactly("interrupted");

        assertThat(nics().confirm(eth1)).isEqualTo(1);
        assertThat(nics().interrupted(eth1)).isEmpty();
        assertThat(nics().confirm(eth1)).isZero();
        ResetReport unasked = guarded(again);
        assertThat(unasked.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(unasked.notes()).noneMatch(note -> note.contains("confirmed"));
    }

    /** As a reset that is refused for lack of this very confirmation holds the lock for a moment. */
    @Rule("L69")
    @Test
    void whoIsAtItForAMomentKeepsNobodyFromConfirming() throws Exception {
        nics(true).reset(by(Method.LINK), ResetListener.NONE);
        DeviceId eth1 = DeviceId.parse("nic:eth1");
        try (DeviceLock other = DeviceLock.take(StateFolder.at(state), Set.of(device()))) {
            assertThat(other).isNotNull();
            ResetException busy = catchThrowableOfType(ResetException.class, () -> nics().confirm(eth1));
            assertThat(busy.reason())
                    .as("and doesn't count as nothing to confirm")
                    .isEqualTo(Reason.BUSY);
        }
        assertThat(nics().confirm(eth1)).isEqualTo(1);
    }

    @Rule("L69")
    @Test
    void whatWasInterruptedIsNotConfirmed() throws ResetException {
        new Journal(StateFolder.at(state), device()).write(dead("link (R1)"));
        assertThat(nics().confirm(DeviceId.parse("nic:eth1"))).isZero();
        assertThat(nics().interrupted()).hasSize(1);
    }

    @Rule("L28")
    @Test
    void whatIsResumedIsFoundByItsHardwareNotByItsName() throws ResetException {
        new Journal(StateFolder.at(state), device()).write(dead("link (R1)"));
        function.nic.name = "lan0";
        DeviceId now = DeviceId.parse("nic:lan0");
        assertThat(nics().interrupted(now)).hasSize(1);
        assertThat(nics().interrupted(DeviceId.parse("nic:pci@" + function.address)))
                .hasSize(1);
        assertThat(nics().interrupted(DeviceId.parse("nic:eth1")))
                .as("nothing is called so now")
                .hasSize(1);
        machine.kernel.add("eth1");
        assertThat(nics().interrupted(DeviceId.parse("nic:eth1")))
                .as("another NIC is called so now")
                .isEmpty();
    }

    @Rule("L44")
    @Test
    void aDriverThatADeadProcessUnboundIsBoundAgain() throws ResetException {
        new Journal(StateFolder.at(state), device()).write(dead("rebind (R7)"));
        assertThat(function.unbind()).isZero();
        assertThat(function.isBound()).isFalse();
        assertThat(nics().resume(nics().interrupted().get(0)).notes()).anyMatch(note -> note.startsWith("bound "));
        assertThat(function.isBound()).isTrue();
    }

    @Rule("L42")
    @Test
    void narrowedResetMethodsAreWidenedAgain() throws ResetException, IOException {
        new Journal(StateFolder.at(state), device()).write(dead("pci (R6)"));
        Path methods = machine.site().files().sys().resolve("bus/pci/devices/" + function.address + "/reset_method");
        Files.writeString(methods, "");
        nics().resume(nics().interrupted().get(0));
        assertThat(Files.readString(methods).strip()).isEqualTo("pm");
    }

    @Test
    void aJournalThatCantBeReadForbidsAndStays() throws ResetException, IOException {
        new Journal(StateFolder.at(state), device()).write(dead("link (R1)"));
        Path file = nics().interrupted().get(0).journal();
        Files.writeString(file, "rubbish");
        assertThat(guarded(by(Method.LINK)).refusals().get(0).reason()).contains(file.toString());
        assertThat(nics().resume(nics().interrupted().get(0)).isComplete()).isFalse();
        assertThat(file).hasContent("rubbish");
        assertThat(guarded(by(Method.LINK).withOverrides(Set.of("interrupted"))).outcome())
                .isEqualTo(Outcome.RECOVERED);
    }
}
