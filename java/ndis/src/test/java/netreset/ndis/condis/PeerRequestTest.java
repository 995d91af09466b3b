// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.ndis.NdisStatus;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** What clients and call managers ask each other. */
class PeerRequestTest {
    private final CoWorld world = CoWorld.standAlone();
    private final OidRequest request = OidRequest.query("q", Oid.GEN_STATISTICS);

    private NdisStatus clientAsks(VcHandle vc) {
        world.heard.sinceThen();
        return world.co.NdisCoOidRequest(world.client.open().handle(), world.family, vc, null, request);
    }

    private NdisStatus managerAsks() {
        VcHandle vc = world.incoming();
        world.heard.sinceThen();
        return world.co.NdisCoOidRequest(world.manager.open().handle(), world.family, vc, null, request);
    }

    @Test
    void theCallManagerAnswersAboutItsOwnContextOfTheVc() {
        world.manager.answer = NdisStatus.RESOURCES;
        assertThat(clientAsks(world.created())).isEqualTo(NdisStatus.RESOURCES);
        assertThat(request.status()).isEqualTo(NdisStatus.RESOURCES);
        assertThat(world.heard.sinceThen()).containsExactly("manager's CoOidRequest q manager's");
        assertThat(world.events(What.OID_REQUEST, What.OID_COMPLETE))
                .containsExactly(
                        "protocol client/atm0 > protocol manager/atm0: vc1 q",
                        "ndis > protocol client/atm0: vc1 RESOURCES q");
    }

    @Test
    void theClientAnswersAboutItsOwnContextOfTheVc() {
        assertThat(managerAsks()).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.heard.sinceThen()).containsExactly("client's CoOidRequest q client's");
        assertThat(world.events(What.OID_REQUEST, What.OID_COMPLETE))
                .containsExactly(
                        "protocol manager/atm0 > protocol client/atm0: incoming q",
                        "ndis > protocol manager/atm0: incoming SUCCESS q");
    }

    @Test
    @Rule("R62")
    void anAnswerThatComesLaterComesOnce() {
        world.heard.answer("client's CoOidRequest q client's", NdisStatus.PENDING);
        assertThat(managerAsks()).isEqualTo(NdisStatus.PENDING);
        assertThat(world.events(What.OID_COMPLETE)).isEmpty();
        world.co.NdisCoOidRequestComplete(request, NdisStatus.RESOURCES);
        assertThat(request.status()).isEqualTo(NdisStatus.RESOURCES);
        assertThat(world.heard.sinceThen())
                .containsExactly("client's CoOidRequest q client's", "CoOidRequestComplete q RESOURCES");
        assertThat(world.events(What.OID_COMPLETE)).containsExactly("ndis > protocol manager/atm0: RESOURCES q");
        world.co.NdisCoOidRequestComplete(request, NdisStatus.SUCCESS);
        assertThat(world.broken()).containsExactly(62);
        assertThat(world.heard.sinceThen()).isEmpty();
    }

    @Test
    @Rule("R62")
    void whatWasAnsweredAtOnceIsNotCompletedAgain() {
        clientAsks(world.created());
        world.co.NdisCoOidRequestComplete(request, NdisStatus.SUCCESS);
        assertThat(world.messages()).containsExactly("q is completed, but wasn't asked");
        assertThat(world.client.told).isEmpty();
    }

    @Test
    @Rule({"R38", "R39"})
    void anMcmIsNotAskedDuringAReset() {
        CoWorld mcm = CoWorld.mcm();
        mcm.resetting();
        mcm.ask(mcm.family, "q");
        assertThat(mcm.events(What.OID_REQUEST, What.OID_REFUSED))
                .containsExactly(
                        "protocol client/atm0 > miniport atm0: q", "ndis > protocol client/atm0: RESET_IN_PROGRESS q");
        assertThat(mcm.broken()).containsExactly(38);
    }

    @Test
    void aDeletedVcIsSeen() {
        VcHandle vc = world.created();
        world.co.NdisCoDeleteVc(vc);
        assertThat(clientAsks(vc)).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.messages()).containsExactly("NdisCoOidRequest with a stale handle: VcHandle vc1 #0.0");
        assertThat(world.heard.sinceThen()).isEmpty();
    }
}
