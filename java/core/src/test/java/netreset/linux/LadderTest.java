// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import netreset.Attempt;
import netreset.Evidence;
import netreset.Method;
import netreset.Offer;
import netreset.Outcome;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetRequest;
import netreset.Resettability.Answer;
import netreset.Rung;
import netreset.Scope;
import netreset.Stage;
import netreset.Verification;
import netreset.linux.FakeDevlink.FakeInstance;
import netreset.linux.FakeMachine.FakeFunction;
import netreset.linux.abi.Errno;
import netreset.linux.ladder.Means;
import netreset.linux.ladder.Refusals;
import netreset.linux.ladder.Target;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which means are chosen, planned and tried, in which order, and where that ends. */
class LadderTest extends LadderBase {
    /** Of a NIC that won't come back, which is waited for in vain. */
    private static ResetRequest inVain() {
        return request().withTimeout(Duration.ofMillis(2500));
    }

    private static List<Method> methods(ResetPlan plan) {
        return plan.stages().stream().map(Stage::method).toList();
    }

    private static List<Method> attempted(ResetReport report) {
        return report.attempts().stream().map(Attempt::method).toList();
    }

    /** A NIC with everything: a PCI function, devlink with both reloads, ETHTOOL_RESET. */
    private FakeFunction everything() {
        FakeFunction function = machine.function("eth1", "ice", "flr");
        function.nic.resets("gve");
        FakeInstance instance = machine.kernel.devlink.add("pci", function.address);
        instance.reloads.put(2, 0);
        instance.reporters.add(new FakeDevlink.FakeReporter("tx", 0));
        instance.port = function.nic;
        return function;
    }

    @Rule("L37")
    @Test
    void withoutALeaveOnlyTheDriversOwnResetIsPlanned() throws ResetException {
        everything();
        ResetPlan plan = machine.nics().plan(request());
        assertThat(methods(plan)).containsExactly(Method.ETHTOOL);
        assertThat(plan.stages().get(0).rung()).isEqualTo(Rung.R2);
    }

    @Rule("L37")
    @Test
    void aNicWithoutTheDriversOwnResetGetsNoOtherUnasked() {
        FakeFunction function = machine.function("eth1", "e1000e", "pm");
        ResetException failure = failure(request());
        assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(failure).hasMessageEndingWith("; it has link (R1), pci (R6), rebind (R7), remove (R8)");
        assertThat(machine.writes()).isEmpty();
        assertThat(machine.kernel.switched).isEmpty();
        assertThat(function.isBound()).isTrue();
    }

    @Rule({"L36", "L37"})
    @ParameterizedTest
    @EnumSource(Rung.class)
    void noPlanGoesPastTheHighestRungAllowed(Rung upTo) throws ResetException {
        everything();
        ResetPlan plan = machine.nics().plan(request().withUpTo(upTo));
        List<Rung> rungs = plan.stages().stream().map(Stage::rung).toList();
        assertThat(rungs).isNotEmpty().allMatch(rung -> rung.compareTo(upTo) <= 0);
        assertThat(rungs).isSorted().doesNotHaveDuplicates();
    }

    @Rule("L36")
    @Test
    void thePlanOfAClimbIsFromTheMildestOn() throws ResetException {
        everything();
        assertThat(methods(machine.nics().plan(request().withUpTo(Rung.R8))))
                .containsExactly(Method.LINK, Method.ETHTOOL, Method.REINIT, Method.PCI, Method.REBIND, Method.REMOVE);
    }

    @Test
    void firmwareIsStartedOnlyWhereThatIsTheHighestRung() throws ResetException {
        everything();
        assertThat(methods(machine.nics().plan(request().withUpTo(Rung.R5)))).endsWith(Method.FIRMWARE);
        assertThat(methods(machine.nics().plan(request().withUpTo(Rung.R6)))).doesNotContain(Method.FIRMWARE);
    }

    @Rule("L36")
    @Test
    void nothingMoreIsTriedOnceTheNicIsBack() throws ResetException {
        FakeFunction function = everything();
        ResetReport report = reset(request().withUpTo(Rung.R8));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.method()).isEqualTo("link");
        assertThat(report.rung()).isEqualTo(Rung.R1);
        assertThat(report.attempts()).isEmpty();
        assertThat(machine.kernel.switched).containsExactly(function.nic.index + " down", function.nic.index + " up");
        assertThat(machine.writes()).isEmpty();
        assertThat(function.nic.resets).isZero();
    }

    @Rule("L36")
    @Test
    void whatDidNotBringItBackIsFollowedByTheNextAndNoFurther() throws ResetException {
        FakeFunction function = machine.function("eth1", "e1000e", null);
        function.nic.carrierWhenOn = false;
        ResetReport report = reset(inVain().withUpTo(Rung.R7));
        assertThat(attempted(report)).containsExactly(Method.LINK);
        assertThat(report.attempts().get(0).outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(report.method()).isEqualTo("rebind");
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
    }

    @Rule("L36")
    @Test
    void theHighestRungAllowedIsTheEnd() throws ResetException {
        FakeFunction function = machine.function("eth1", "e1000e", null);
        function.nic.carrierWhenOn = false;
        ResetReport report = reset(inVain().withUpTo(Rung.R6));
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(report.attempts()).isEmpty();
        assertThat(machine.writes()).isEmpty();
    }

    @Rule("L36")
    @Test
    void withoutALookAtTheReturnThereIsNoFailedVerificationAndSoNoNextOne() throws ResetException {
        FakeFunction function = machine.function("eth1", "e1000e", null);
        function.nic.carrierWhenOn = false;
        ResetReport report = reset(request().withUpTo(Rung.R8).withVerification(Verification.NONE));
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.attempts()).isEmpty();
        assertThat(machine.writes()).isEmpty();
    }

    @Rule("L36")
    @Test
    void aMethodPastTheHighestRungIsAContradiction() {
        everything();
        ResetException failure = failure(request().withMethod(Method.REBIND).withUpTo(Rung.R4));
        assertThat(failure.reason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(failure).hasMessageContaining("rebind").hasMessageContaining("R4");
    }

    @Test
    void aScopeWithoutTheDriversOwnResetIsAContradiction() {
        everything();
        assertThat(failure(request().withMethod(Method.LINK).withScope(Scope.of("phy")))
                        .reason())
                .isEqualTo(Reason.INVALID_REQUEST);
    }

    @Test
    void anUnknownRefusalIsAMistakeWithEveryOneThereIs() {
        everything();
        ResetException failure = failure(request().withOverrides(Set.of("everything")));
        assertThat(failure.reason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(failure)
                .hasMessageContaining("bound-driver")
                .hasMessageContaining("virtio-bound")
                .hasMessageContaining("shared-bus")
                .hasMessageContaining("disables-device");
    }

    @Rule("L38")
    @Test
    void renegotiatingIsNeverCalledAReset() throws ResetException {
        FakeFunction function = everything();
        ResetReport report = reset(request().withMethod(Method.NWAY));
        assertThat(report.outcome()).isEqualTo(Outcome.RENEGOTIATED);
        assertThat(report.performed().isEmpty()).isTrue();
        assertThat(report.notes()).anyMatch(note -> note.contains("no reset"));
        assertThat(function.nic.renegotiations).isEqualTo(1);
        assertThat(function.nic.resets).isZero();
        ResetReport unwatched = reset(request().withMethod(Method.NWAY).withVerification(Verification.NONE));
        assertThat(unwatched.outcome()).isEqualTo(Outcome.RENEGOTIATED);
    }

    @Rule("L38")
    @Test
    void aClimbToAResetDoesNotBeginWithARenegotiation() throws ResetException {
        everything();
        assertThat(methods(machine.nics().plan(request().withUpTo(Rung.R8)))).doesNotContain(Method.NWAY);
    }

    @Test
    void aDriverThatDoesNotRenegotiateIsUnsupported() {
        everything().nic.nwayError = Errno.EOPNOTSUPP;
        assertThat(failure(request().withMethod(Method.NWAY)).reason()).isEqualTo(Reason.UNSUPPORTED);
    }

    @Rule("L70")
    @Test
    void aNicThatIsSwitchedOffIsNotSwitchedOnByACycle() {
        everything().nic.switchTo(false);
        assertThat(failure(request().withMethod(Method.LINK)).reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(machine.kernel.switched).isEmpty();
    }

    @Rule("L70")
    @Test
    void switchingOnIsTriedAgainUntilItIsOn() throws ResetException {
        FakeFunction function = everything();
        machine.kernel.switchErrors.addAll(List.of(Errno.EBUSY, Errno.EBUSY));
        ResetReport report = reset(request().withMethod(Method.LINK));
        assertThat(function.nic.adminUp).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(report.notes()).anyMatch(note -> note.contains("EBUSY"));
    }

    @Rule("L70")
    @Test
    void oneThatCannotBeSwitchedOnIsReportedWithTheCommand() throws ResetException {
        everything();
        for (int i = 0; i < 20; i++) {
            machine.kernel.switchErrors.add(Errno.EIO);
        }
        ResetReport report = reset(request().withMethod(Method.LINK));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.code().symbol()).isEqualTo("EIO");
        assertThat(report.notes()).anyMatch(note -> note.contains("ip link set dev eth1 up"));
    }

    @Test
    void whatAClimbFindsImpossibleOnTheWayIsToldAndPassed() throws ResetException {
        FakeFunction function = machine.function("eth1", "e1000e", null);
        function.nic.carrierWhenOn = false;
        machine.kernel.devlink.add("pci", function.address).refusals.add(Errno.EOPNOTSUPP);
        ResetReport report = reset(inVain().withUpTo(Rung.R7));
        assertThat(attempted(report)).containsExactly(Method.LINK, Method.REINIT);
        assertThat(report.attempts().get(1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.attempts().get(1).notes())
                .anyMatch(note -> note.contains("reload refused, as its script says"));
        assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
    }

    private static Refusals refusing(String code, Method method) {
        return new Refusals() {
            @Override
            public Set<String> codes() {
                return Set.of(code);
            }

            @Override
            public Against against(Target target, Means means) {
                return new Against(
                        means.method() == method ? List.of(new Refusal(code, "because")) : List.of(), List.of());
            }
        };
    }

    @Rule("L68")
    @Test
    void aRefusalIsInThePlanAndStopsTheReset() throws ResetException {
        FakeFunction function = everything();
        LinuxNics nics = machine.nics(refusing("default-route", Method.LINK));
        ResetRequest request = request().withMethod(Method.LINK);
        assertThat(nics.plan(request).refusals()).extracting(Refusal::code).containsExactly("default-route");
        ResetReport report = nics.reset(request, ResetListener.NONE);
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.evidence()).isEqualTo(Evidence.NONE);
        assertThat(machine.kernel.switched).isEmpty();
        ResetRequest forced = request.withOverrides(Set.of("default-route"));
        assertThat(nics.reset(forced, ResetListener.NONE).outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(function.nic.adminUp).isTrue();
    }

    @Test
    void aRefusalOnTheWayEndsTheClimbAndIsTold() throws ResetException {
        FakeFunction function = machine.function("eth1", "e1000e", null);
        function.nic.carrierWhenOn = false;
        ResetReport report =
                machine.nics(refusing("default-route", Method.REBIND)).reset(inVain().withUpTo(Rung.R8), e -> {});
        assertThat(report.method()).isEqualTo("link");
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_RECOVERED);
        assertThat(report.refusals()).extracting(Refusal::code).containsExactly("default-route");
        assertThat(report.notes()).anyMatch(note -> note.contains("rebind (R7) would be next, and is refused"));
        assertThat(machine.writes()).isEmpty();
    }

    @Rule("L68")
    @ParameterizedTest
    @EnumSource(Rung.class)
    void aPlanWritesNothingAndSwitchesNothing(Rung upTo) throws ResetException {
        FakeFunction function = everything();
        machine.nics().plan(request().withUpTo(upTo));
        machine.nics().list();
        assertThat(machine.sysfs.opens).isEmpty();
        assertThat(machine.writes()).isEmpty();
        assertThat(machine.kernel.switched).isEmpty();
        assertThat(machine.kernel.devlink.acts).isEmpty();
        assertThat(function.nic.resets).isZero();
        assertThat(function.nic.renegotiations).isZero();
    }

    @Rule("L68")
    @Test
    void everyStageSaysItsCallsItsPathsItsReachAndItsLosses() throws ResetException {
        FakeFunction function = everything();
        machine.sysfs.file(function.path + "/net/eth9/dev_port", "1");
        ResetPlan plan = machine.nics().plan(request().withUpTo(Rung.R8));
        assertThat(plan.stages()).allSatisfy(stage -> {
            assertThat(stage.needs()).isNotEmpty();
            assertThat(stage.proof()).isNotEmpty();
            assertThat(stage.steps()).hasSizeGreaterThanOrEqualTo(3);
        });
        Stage rebind = plan.stages().stream()
                .filter(stage -> stage.method() == Method.REBIND)
                .findFirst()
                .orElseThrow();
        Path drivers = machine.sysfs.root().resolve("sys/bus/pci/drivers/ice");
        assertThat(rebind.steps())
                .contains(
                        "write(" + drivers.resolve("unbind") + ", \"" + function.address + "\")",
                        "write(" + drivers.resolve("bind") + ", \"" + function.address + "\")");
        assertThat(rebind.blastRadius()).anyMatch(line -> line.startsWith("eth9"));
        assertThat(rebind.losses()).anyMatch(line -> line.contains("addresses"));
    }

    @Test
    void aPlanIsDoneWithTheNicItWasMadeForWhateverThatIsCalledNow() throws ResetException {
        FakeFunction function = everything();
        LinuxNics nics = machine.nics();
        ResetPlan plan = nics.plan(request().withMethod(Method.LINK));
        function.nic.name = "lan0";
        FakeNic other = machine.kernel.add("eth1");
        assertThat(nics.execute(plan, ResetListener.NONE).outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(machine.kernel.switched)
                .containsExactly(function.nic.index + " down", function.nic.index + " up")
                .noneMatch(line -> line.startsWith(other.index + " "));
    }

    @Test
    void aPlanThatWouldBeDoneOtherwiseByNowIsNotDone() throws ResetException {
        FakeFunction function = everything();
        LinuxNics nics = machine.nics();
        ResetPlan plan = nics.plan(request().withUpTo(Rung.R4));
        machine.kernel.devlink.instances.clear();
        ResetException failure =
                catchThrowableOfType(ResetException.class, () -> nics.execute(plan, ResetListener.NONE));
        assertThat(failure.reason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(machine.kernel.switched).isEmpty();
        assertThat(function.nic.resets).isZero();
    }

    @Test
    void aPlanForANicThatIsGoneIsNotDone() throws ResetException {
        FakeFunction function = everything();
        LinuxNics nics = machine.nics();
        ResetPlan plan = nics.plan(request().withMethod(Method.LINK));
        machine.kernel.remove(function.nic);
        ResetException failure =
                catchThrowableOfType(ResetException.class, () -> nics.execute(plan, ResetListener.NONE));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
    }

    private Offer offer(String nic, Method method) throws ResetException {
        return machine.nics().list().stream()
                .filter(n -> n.name().equals(nic))
                .flatMap(n -> n.offers().stream())
                .filter(offer -> offer.method() == method)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listingSaysOfEachMeansWhetherANicHasItAndWhyNot() throws ResetException {
        everything();
        assertThat(offer("eth1", Method.PCI).answer()).isEqualTo(Answer.YES);
        assertThat(offer("eth1", Method.PCI).why()).contains("flr").contains("ice is told of it");
        assertThat(offer("eth1", Method.REINIT).answer()).isEqualTo(Answer.YES);
        assertThat(offer("eth1", Method.USB).answer()).isEqualTo(Answer.NO);
        assertThat(offer("eth1", Method.NWAY).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(offer("lo", Method.LINK).answer()).isEqualTo(Answer.NO);
        assertThat(offer("lo", Method.REBIND).why()).contains("no device");
        machine.kernel.devlink = null;
        assertThat(offer("eth1", Method.REINIT).why()).contains("no devlink");
    }

    @Rule("L22")
    @Test
    void listingWorksWhereDevlinkCannotBeAsked() throws ResetException {
        machine.kernel.devlink = null;
        FakeNic plain = machine.kernel.add("eth7");
        plain.bus = null;
        assertThat(machine.nics().list()).extracting(n -> n.name()).containsExactly("lo", "eth7");
    }

    @Test
    void bothStatesAreInTheReport() throws ResetException {
        FakeFunction function = everything();
        ResetReport report = reset(request().withMethod(Method.LINK));
        assertThat(report.before()).isInstanceOf(NicSnapshot.class);
        assertThat(report.after().identity().index()).isEqualTo(function.nic.index);
        assertThat(report.evidence()).isEqualTo(Evidence.LINK);
    }
}
