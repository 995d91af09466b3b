// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import netreset.ndis.NdisStatus;
import netreset.ndis.rules.Knob;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of VCs, resets or not. */
class CoNdisVcTest {
    private final CoWorld world = CoWorld.standAlone();

    private static VcHandle in(CoWorld where, VcState state) {
        VcHandle vc = where.created();
        where.atm.activate = () -> state == VcState.ACTIVATING ? NdisStatus.PENDING : NdisStatus.SUCCESS;
        if (state != VcState.CREATED) {
            where.co.NdisCmActivateVc(vc, "slow");
        }
        where.atm.activate = () -> NdisStatus.PENDING;
        where.atm.deactivate = () -> NdisStatus.PENDING;
        if (state == VcState.REACTIVATING) {
            where.co.NdisCmActivateVc(vc, "fast");
        } else if (state == VcState.DEACTIVATING) {
            where.co.NdisCmDeactivateVc(vc);
        }
        assertThat(where.co.vcState(vc)).isEqualTo(state);
        return vc;
    }

    @ParameterizedTest
    @EnumSource(value = VcState.class, mode = EnumSource.Mode.EXCLUDE, names = "DELETED")
    @Rule("R88")
    void aResetLeavesEachStateAsItIs(VcState state) {
        VcHandle vc = in(world, state);
        world.resetting();
        assertThat(world.co.vcState(vc)).isEqualTo(state);
        world.complete(NdisStatus.SUCCESS);
        assertThat(world.co.vcState(vc)).isEqualTo(state);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void onlyWhatTheStateAllowsIsDone() {
        VcHandle vc = world.created();
        assertThat(world.co.NdisCmDeactivateVc(vc)).isEqualTo(NdisStatus.INVALID_STATE);
        world.atm.activate = () -> NdisStatus.PENDING;
        assertThat(world.co.NdisCmActivateVc(vc, "slow")).isEqualTo(NdisStatus.PENDING);
        assertThat(world.co.NdisCmActivateVc(vc, "slow")).isEqualTo(NdisStatus.INVALID_STATE);
        assertThat(world.co.NdisCmDeactivateVc(vc)).isEqualTo(NdisStatus.INVALID_STATE);
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.INVALID_STATE);
        world.atm.activated(NdisStatus.RESOURCES);
        assertThat(world.co.vcState(vc)).isEqualTo(VcState.CREATED);
        world.atm.activate = () -> NdisStatus.SUCCESS;
        assertThat(world.co.NdisCmActivateVc(vc, "slow")).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.INVALID_STATE);
        assertThat(world.co.NdisCmDeactivateVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.vcState(vc)).isEqualTo(VcState.DELETED);
        assertThat(world.broken()).isEmpty();
        world.co.NdisCoDeleteVc(vc);
        assertThat(world.broken()).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "during", "after"})
    @Rule("R88")
    void anActivationCompletesBeforeDuringOrAfterAReset(String when) {
        VcHandle vc = in(world, VcState.ACTIVATING);
        world.atm.reset = (card, addressing) -> {
            if (when.equals("during")) {
                world.atm.activated(NdisStatus.SUCCESS);
            }
            return NdisStatus.PENDING;
        };
        if (when.equals("before")) {
            world.atm.activated(NdisStatus.SUCCESS);
        }
        world.reset();
        world.complete(NdisStatus.SUCCESS);
        if (when.equals("after")) {
            world.atm.activated(NdisStatus.SUCCESS);
        }
        assertThat(world.co.vcState(vc)).isEqualTo(VcState.ACTIVE);
        assertThat(world.manager.told).contains("activated SUCCESS");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R92")
    void aFailedReactivationLeavesTheOldParametersAlsoAcrossAReset() {
        VcHandle vc = in(world, VcState.REACTIVATING);
        world.resetting();
        world.complete(NdisStatus.SUCCESS);
        world.send(vc, "s");
        assertThat(world.client.told).endsWith("s SUCCESS");
        world.atm.activated(NdisStatus.RESOURCES);
        assertThat(world.co.vcState(vc)).isEqualTo(VcState.ACTIVE);
        assertThat(world.co.parameters(vc)).isEqualTo("slow");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void aReactivationThatWorksChangesThem() {
        VcHandle vc = in(world, VcState.REACTIVATING);
        world.atm.activated(NdisStatus.SUCCESS);
        assertThat(world.co.parameters(vc)).isEqualTo("fast");
    }

    @Test
    @Rule("R92")
    void hardwareThatHasTheNewOnesAllTheSameIsSeen() {
        in(world, VcState.REACTIVATING);
        world.atm.circuit().programmed = "fast";
        world.atm.activated(NdisStatus.RESOURCES);
        assertThat(world.broken()).containsExactly(92);
    }

    @Test
    @Rule("R92")
    void hardwareThatLosesThemInAResetIsSeen() {
        world.active();
        world.resetting();
        world.atm.circuit().programmed = null;
        world.complete(NdisStatus.SUCCESS);
        assertThat(world.broken()).containsExactly(92);
    }

    @Test
    @Rule("R92")
    void aResetThatFailedPromisesNothingOfThem() {
        world.active();
        world.resetting();
        world.atm.circuit().programmed = null;
        world.ndis.NdisWriteErrorLogEntry(world.handle(), 0, "dead");
        world.complete(NdisStatus.HARD_ERRORS);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void aDeactivationWaitsForAReactivation() {
        VcHandle vc = in(world, VcState.REACTIVATING);
        assertThat(world.co.NdisCmDeactivateVc(vc)).isEqualTo(NdisStatus.PENDING);
        world.atm.activated(NdisStatus.SUCCESS);
        assertThat(world.co.vcState(vc)).isEqualTo(VcState.DEACTIVATING);
        world.co.NdisMCoDeactivateVcComplete(NdisStatus.SUCCESS, vc);
        assertThat(world.co.vcState(vc)).isEqualTo(VcState.CREATED);
        assertThat(world.manager.told).containsExactly("activated SUCCESS", "deactivated SUCCESS");
    }

    @Test
    void aResetThatAbortsTheSendsLetsADeactivationEnd() {
        VcHandle vc = world.active();
        world.atm.holdSends = true;
        world.send(vc, "s");
        world.atm.deactivate = () -> NdisStatus.PENDING;
        world.co.NdisCmDeactivateVc(vc);
        world.send(vc, "t");
        assertThat(world.client.told).containsExactly("t VC_NOT_ACTIVATED");
        world.atm.reset = (card, addressing) -> {
            world.atm.sent(NdisStatus.REQUEST_ABORTED);
            world.co.NdisMCoDeactivateVcComplete(NdisStatus.SUCCESS, vc);
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        world.reset();
        assertThat(world.co.vcState(vc)).isEqualTo(VcState.CREATED);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void aDeactivationWithSendsOutstandingIsSeen() {
        VcHandle vc = world.active();
        world.atm.holdSends = true;
        world.send(vc, "s");
        world.co.NdisCmDeactivateVc(vc);
        assertThat(world.ndis.violations().get(0).message()).contains("1 sends outstanding");
    }

    @Test
    void aCompletionThatNobodyWaitsForIsSeenAndChangesNothing() {
        VcHandle active = world.active();
        world.co.NdisMCoActivateVcComplete(NdisStatus.SUCCESS, active);
        world.co.NdisMCoDeactivateVcComplete(NdisStatus.SUCCESS, active);
        VcHandle activating = in(world, VcState.ACTIVATING);
        world.co.NdisMCoActivateVcComplete(NdisStatus.PENDING, activating);
        assertThat(world.broken()).containsExactly(0, 0, 0);
        assertThat(world.co.vcState(active)).isEqualTo(VcState.ACTIVE);
        assertThat(world.co.vcState(activating)).isEqualTo(VcState.ACTIVATING);
    }

    @Test
    void anMcmDeactivatesOnlyWhatIsActive() {
        CoWorld mcm = CoWorld.mcm();
        VcHandle vc = mcm.created();
        assertThat(mcm.co.NdisMCmDeactivateVc(vc)).isEqualTo(NdisStatus.INVALID_STATE);
        assertThat(mcm.co.NdisMCmActivateVc(vc, "slow")).isEqualTo(NdisStatus.SUCCESS);
        assertThat(mcm.co.parameters(vc)).isEqualTo("slow");
        assertThat(mcm.co.NdisMCmDeactivateVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(mcm.co.parameters(vc)).isNull();
    }

    @Test
    @Rule("R90")
    void aDeletionThatPendsIsSeenAndDone() {
        VcHandle vc = world.created();
        world.atm.delete = () -> NdisStatus.PENDING;
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.broken()).containsExactly(90);
        assertThat(world.co.isValid(vc)).isFalse();
    }

    @Test
    @Rule("R90")
    void anMcmCannotPutItOffEither() {
        CoWorld mcm = CoWorld.mcm();
        mcm.atm.delete = () -> NdisStatus.PENDING;
        mcm.co.NdisCoDeleteVc(mcm.created());
        assertThat(mcm.broken()).containsExactly(90);
    }

    @Test
    @Rule("R91")
    void aCallIsClosedByTheMcmAsCallsAreAndTheVcTakesAnother() {
        CoWorld mcm = CoWorld.mcm();
        VcHandle vc = mcm.called();
        mcm.atm.reset = (card, addressing) -> {
            mcm.co.NdisCmDispatchIncomingCloseCall(NdisStatus.DEVICE_FAILED, vc);
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        mcm.reset();
        assertThat(mcm.client.told).containsExactly("RESET_START", "call closed: DEVICE_FAILED", "RESET_END");
        assertThat(mcm.co.vcState(vc)).isEqualTo(VcState.CREATED);
        assertThat(mcm.co.NdisClMakeCall(vc, "again", null)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(mcm.broken()).isEmpty();
    }

    @Test
    @Rule("R91")
    void aVcMayBeTakenOnceTheClientHasBeenToldThatItsCallIsClosed() {
        VcHandle vc = world.called();
        world.client.closes = false;
        world.co.NdisCmDispatchIncomingCloseCall(NdisStatus.DEVICE_FAILED, vc);
        assertThat(world.co.NdisCmDeactivateVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.client.told).containsExactly("call closed: DEVICE_FAILED");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R91")
    void aVcTakenFromUnderACallIsSeen() {
        CoWorld mcm = CoWorld.mcm();
        VcHandle vc = mcm.called();
        mcm.atm.reset = (card, addressing) -> {
            mcm.co.NdisMCmDeactivateVc(vc);
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        mcm.reset();
        assertThat(mcm.broken()).containsExactly(91);
    }

    @Test
    @Rule("R91")
    void aStandAloneCallManagerIsHeldToItToo() {
        VcHandle vc = world.called();
        world.co.NdisCmDeactivateVc(vc);
        assertThat(world.broken()).containsExactly(91);
    }

    @Test
    void theNarrowGateLetsVcOperationsPassAndTheWideOneDoesNot() {
        CoWorld wide = CoWorld.standAlone(Knob.CO_GATE, "WIDE");
        VcHandle passes = in(world, VcState.CREATED);
        VcHandle held = in(wide, VcState.CREATED);
        world.atm.activate = () -> NdisStatus.SUCCESS;
        wide.atm.activate = () -> NdisStatus.SUCCESS;
        world.resetting();
        wide.resetting();
        assertThat(world.co.NdisCmActivateVc(passes, "slow")).isEqualTo(NdisStatus.SUCCESS);
        assertThat(wide.co.NdisCmActivateVc(held, "slow")).isEqualTo(NdisStatus.RESET_IN_PROGRESS);
        assertThat(wide.co.NdisCoDeleteVc(held)).isEqualTo(NdisStatus.RESET_IN_PROGRESS);
        assertThat(wide.co.NdisCoCreateVc(wide.client.open().handle(), wide.family, new VcContext()))
                .isEqualTo(NdisStatus.RESET_IN_PROGRESS);
        wide.complete(NdisStatus.SUCCESS);
        assertThat(wide.co.NdisCmActivateVc(held, "slow")).isEqualTo(NdisStatus.SUCCESS);
        wide.resetting();
        assertThat(wide.co.NdisCmDeactivateVc(held)).isEqualTo(NdisStatus.RESET_IN_PROGRESS);
    }

    @Test
    @Rule("R82")
    void afterAShutdownNoVcIsMadeOrChanged() {
        VcHandle created = in(world, VcState.CREATED);
        VcHandle active = in(world, VcState.ACTIVE);
        world.ndis.shutdown("atm0");
        world.simulation.settle();
        world.atm.activate = CoNdisVcTest::called;
        world.atm.deactivate = CoNdisVcTest::called;
        world.atm.delete = CoNdisVcTest::called;
        int circuits = world.atm.circuits.size();
        assertThat(world.co.NdisCmActivateVc(created, "slow")).isEqualTo(NdisStatus.ADAPTER_NOT_READY);
        assertThat(world.co.NdisCmDeactivateVc(active)).isEqualTo(NdisStatus.ADAPTER_NOT_READY);
        assertThat(world.co.NdisCoDeleteVc(created)).isEqualTo(NdisStatus.ADAPTER_NOT_READY);
        assertThat(world.co.NdisCoCreateVc(world.client.open().handle(), world.family, new VcContext()))
                .isEqualTo(NdisStatus.ADAPTER_NOT_READY);
        assertThat(world.atm.circuits).hasSize(circuits);
    }

    private static NdisStatus called() {
        throw new AssertionError("called after a shutdown");
    }

    @Test
    void anIncomingCallComesAndGoes() {
        SapHandle sap = Objects.requireNonNull(world.co.NdisClRegisterSap(world.family, "sap"));
        VcContext vc = new VcContext("incoming");
        world.co.NdisCoCreateVc(world.manager.open().handle(), world.family, vc);
        world.co.NdisCmActivateVc(vc.handle(), "slow");
        assertThat(world.co.NdisCmDispatchIncomingCall(sap, vc.handle(), "slow"))
                .isEqualTo(NdisStatus.SUCCESS);
        world.co.NdisCmDispatchCallConnected(vc.handle());
        world.send(vc.handle(), "s");
        world.co.NdisCmDispatchIncomingCloseCall(NdisStatus.SUCCESS, vc.handle());
        assertThat(world.client.told).containsExactly("s SUCCESS", "call closed: SUCCESS");
        assertThat(world.co.vcState(vc.handle())).isEqualTo(VcState.CREATED);
        assertThat(world.co.vc("incoming")).isSameAs(vc.handle());
        assertThat(world.broken()).isEmpty();
    }
}
