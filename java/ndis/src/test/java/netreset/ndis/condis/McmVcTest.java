// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;

/** VCs of a miniport that is its own call manager. */
class McmVcTest {
    private static final What[] LIFE = {
        What.VC_CREATE, What.VC_ACTIVATE, What.VC_ACTIVATED, What.VC_DEACTIVATE, What.VC_DEACTIVATED, What.VC_DELETE
    };

    private final CoWorld world = CoWorld.mcm();

    @Test
    void oneForACallThatComesIn() {
        world.heard.sinceThen();
        VcHandle vc = world.incoming();
        assertThat(world.co.NdisMCmActivateVc(vc, "slow")).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.parameters(vc)).isEqualTo("slow");
        assertThat(world.co.NdisMCmActivateVc(vc, "fast")).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.parameters(vc)).isEqualTo("fast");
        assertThat(world.co.NdisMCmDeleteVc(vc)).isEqualTo(NdisStatus.INVALID_STATE);
        assertThat(world.co.NdisMCmDeactivateVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.NdisMCmDeleteVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.isValid(vc)).isFalse();
        assertThat(world.heard.sinceThen()).containsExactly("client's CoCreateVc", "client's CoDeleteVc client's");
        assertThat(world.events(LIFE))
                .containsExactly(
                        "miniport atm0 > ndis: incoming SUCCESS",
                        "miniport atm0 > ndis: incoming",
                        "miniport atm0 > ndis: incoming SUCCESS",
                        "miniport atm0 > ndis: incoming",
                        "miniport atm0 > ndis: incoming SUCCESS",
                        "miniport atm0 > ndis: incoming INVALID_STATE",
                        "miniport atm0 > ndis: incoming",
                        "miniport atm0 > ndis: incoming SUCCESS",
                        "miniport atm0 > ndis: incoming SUCCESS");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void theClientsOwn() {
        world.heard.sinceThen();
        VcHandle vc = world.created();
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.heard.sinceThen()).containsExactly("manager's CoCreateVc", "manager's CoDeleteVc manager's");
        assertThat(world.events(LIFE))
                .containsExactly(
                        "protocol client/atm0 > ndis: vc1 SUCCESS", "protocol client/atm0 > ndis: vc1 SUCCESS");
    }

    @Test
    void itsLifeInACall() {
        VcHandle vc = world.called();
        assertThat(world.co.NdisMCmDeleteVc(vc)).isEqualTo(NdisStatus.INVALID_STATE);
        assertThat(world.co.NdisClCloseCall(vc, null)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.vcState(vc)).isEqualTo(VcState.CREATED);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void whatIsBeingActivatedIsNotActivatedBesides() {
        VcHandle vc = world.created();
        world.co.NdisMCmActivateVc(vc, "slow");
        world.co.NdisMCmDeactivateVc(vc);
        world.co.NdisMCmDeleteVc(vc);
        assertThat(world.co.NdisMCmActivateVc(vc, "slow")).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.co.NdisMCmDeactivateVc(vc)).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.co.NdisMCmDeleteVc(vc)).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.broken()).containsExactly(0, 0, 0);
    }

    @Test
    void onlyAnMcmMakesThemSo() {
        CoWorld standAlone = CoWorld.standAlone();
        assertThat(standAlone.co.NdisMCmCreateVc(standAlone.handle(), standAlone.family, new VcContext()))
                .isEqualTo(NdisStatus.FAILURE);
        world.co.NdisClCloseAddressFamily(world.family);
        assertThat(world.co.NdisMCmCreateVc(world.handle(), world.family, new VcContext()))
                .isEqualTo(NdisStatus.FAILURE);
        assertThat(world.co.NdisMCmCreateVc(standAlone.handle(), world.family, new VcContext()))
                .isEqualTo(NdisStatus.FAILURE);
    }
}
