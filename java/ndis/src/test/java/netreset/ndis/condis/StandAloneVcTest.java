// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.StatusIndication;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is called, and what the log says, where miniport, call manager and client are three drivers. */
class StandAloneVcTest {
    private final CoWorld world = CoWorld.standAlone();

    @Test
    void whoMadeItDeletesItAndTheOthersAreTold() {
        world.heard.sinceThen();
        VcHandle clients = world.created();
        VcHandle managers = world.incoming();
        VcContext signalling = new VcContext("signalling");
        world.co.NdisCoCreateVc(world.manager.open().handle(), null, signalling);
        assertThat(world.heard.sinceThen())
                .containsExactly(
                        "manager's CoCreateVc",
                        "miniport's CoCreateVc",
                        "client's CoCreateVc",
                        "miniport's CoCreateVc",
                        "miniport's CoCreateVc");
        world.co.NdisCoDeleteVc(clients);
        world.co.NdisCoDeleteVc(managers);
        world.co.NdisCoDeleteVc(signalling.handle());
        assertThat(world.heard.sinceThen())
                .containsExactly(
                        "miniport's CoDeleteVc",
                        "manager's CoDeleteVc manager's",
                        "miniport's CoDeleteVc",
                        "client's CoDeleteVc client's",
                        "miniport's CoDeleteVc");
        assertThat(world.events(What.VC_DELETE))
                .containsExactly(
                        "protocol client/atm0 > ndis: vc1 SUCCESS",
                        "protocol manager/atm0 > ndis: incoming SUCCESS",
                        "protocol manager/atm0 > ndis: signalling SUCCESS");
    }

    @Test
    void aMiniportThatRefusesKeepsIt() {
        VcHandle vc = world.created();
        world.heard.sinceThen();
        world.atm.delete = () -> NdisStatus.FAILURE;
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.heard.sinceThen()).containsExactly("miniport's CoDeleteVc");
        assertThat(world.co.isValid(vc)).isTrue();
    }

    @Test
    @Rule("R90")
    void aDeletionThatPendsIsSeenAndGoesOn() {
        VcHandle vc = world.created();
        world.heard.sinceThen();
        world.atm.delete = () -> NdisStatus.PENDING;
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.heard.sinceThen()).endsWith("manager's CoDeleteVc manager's");
        assertThat(world.broken()).containsExactly(90);
    }

    @Test
    void whatTheMiniportIsAskedAndAnswers() {
        VcHandle vc = world.active();
        world.co.NdisCmDeactivateVc(vc);
        world.co.NdisCmDeactivateVc(vc);
        assertThat(world.events(
                        What.VC_CREATE, What.VC_ACTIVATE, What.VC_ACTIVATED, What.VC_DEACTIVATE, What.VC_DEACTIVATED))
                .containsExactly(
                        "protocol client/atm0 > ndis: vc1 SUCCESS",
                        "ndis > miniport atm0: vc1",
                        "miniport atm0 > ndis: vc1 SUCCESS",
                        "ndis > miniport atm0: vc1",
                        "miniport atm0 > ndis: vc1 SUCCESS",
                        "ndis > miniport atm0: vc1 INVALID_STATE");
    }

    @Test
    void theCallManagerHearsWhatTookItsTime() {
        world.atm.activate = () -> NdisStatus.PENDING;
        world.atm.deactivate = () -> NdisStatus.PENDING;
        VcHandle vc = world.active();
        world.heard.sinceThen();
        world.atm.activated(NdisStatus.SUCCESS);
        world.co.NdisCmDeactivateVc(vc);
        world.co.NdisMCoDeactivateVcComplete(NdisStatus.SUCCESS, vc);
        assertThat(world.heard.sinceThen())
                .containsExactly("CmActivateVcComplete SUCCESS", "CmDeactivateVcComplete SUCCESS");
    }

    /** The deactivation had returned PENDING, as it waited for the re-activation. */
    @Test
    void aDeactivationThatWaitedIsCompletedEvenIfTheMiniportDoesItAtOnce() {
        VcHandle vc = world.active();
        world.atm.activate = () -> NdisStatus.PENDING;
        world.co.NdisCmActivateVc(vc, "fast");
        assertThat(world.co.NdisCmDeactivateVc(vc)).isEqualTo(NdisStatus.PENDING);
        world.heard.sinceThen();
        world.atm.activated(NdisStatus.SUCCESS);
        assertThat(world.heard.sinceThen())
                .containsExactly("CmActivateVcComplete SUCCESS", "CmDeactivateVcComplete SUCCESS");
        assertThat(world.co.vcState(vc)).isEqualTo(VcState.CREATED);
    }

    @Test
    void aSignallingVcsCompletionsAreItsOwners() {
        VcContext signalling = new VcContext("signalling");
        world.co.NdisCoCreateVc(world.manager.open().handle(), null, signalling);
        world.atm.activate = () -> NdisStatus.PENDING;
        world.co.NdisCmActivateVc(signalling.handle(), "slow");
        world.heard.sinceThen();
        world.atm.activated(NdisStatus.SUCCESS);
        assertThat(world.heard.sinceThen()).containsExactly("CmActivateVcComplete SUCCESS");
    }

    @Test
    void aDeletedVcIsSeen() {
        VcHandle vc = world.created();
        world.co.NdisCoDeleteVc(vc);
        assertThat(world.co.NdisCmActivateVc(vc, "slow")).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.co.NdisCmDeactivateVc(vc)).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.messages())
                .containsExactly(
                        "NdisCmActivateVc with a stale handle: VcHandle vc1 #0.0",
                        "NdisCmDeactivateVc with a stale handle: VcHandle vc1 #0.0");
    }

    @Test
    void aContextHasNoHandleBeforeItsVcIsThere() {
        assertThatThrownBy(new VcContext()::handle).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void allListsOfAChainAreSent() {
        VcHandle vc = world.active();
        NetBufferList first = new NetBufferList("s");
        first.status(NdisStatus.FAILURE);
        first.next(new NetBufferList("t"));
        world.co.NdisCoSendNetBufferLists(vc, first, 0);
        assertThat(world.client.told).containsExactly("s SUCCESS", "t SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule("R29")
    void aMiniportIndicatesNoResetOfAVc(boolean start) {
        NdisStatus code = start ? NdisStatus.RESET_START : NdisStatus.RESET_END;
        VcHandle vc = world.active();
        world.co.NdisMCoIndicateStatusEx(world.handle(), vc, StatusIndication.of(code, world.handle()));
        assertThat(world.broken()).containsExactly(29);
        assertThat(world.events(What.INDICATE_STATUS)).containsExactly("miniport atm0 > ndis: vc1 " + code);
    }

    @Test
    void aStatusOfTheAdapterGoesToAll() {
        world.co.NdisMCoIndicateStatusEx(
                world.handle(), null, StatusIndication.of(NdisStatus.LINK_STATE, world.handle()));
        world.simulation.settle();
        assertThat(world.client.told).containsExactly("LINK_STATE");
        assertThat(world.manager.told).containsExactly("LINK_STATE");
    }
}
