// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parties of a multipoint call. */
class PartyTest {
    private static final String TO_MANAGER = "protocol client/atm0 > protocol manager/atm0: vc1 ";

    private final CoWorld world = CoWorld.standAlone();
    private final VcHandle vc = world.called();

    private PartyHandle added(NdisStatus answer) {
        world.heard.sinceThen();
        world.heard.answer("CmAddParty second", answer);
        return Objects.requireNonNull(world.co.NdisClAddParty(vc, "second"));
    }

    @Test
    void oneIsAddedAndDropped() {
        PartyHandle party = added(NdisStatus.SUCCESS);
        assertThat(world.co.isValid(party)).isTrue();
        assertThat(world.co.NdisClDropParty(party)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.isValid(party)).isFalse();
        assertThat(world.heard.sinceThen()).containsExactly("CmAddParty second", "CmDropParty second");
        assertThat(world.events(What.CO_OBJECT))
                .endsWith(TO_MANAGER + "SUCCESS party second is added", TO_MANAGER + "party second is dropped");
    }

    @Test
    void oneIsRefused() {
        world.heard.answer("CmAddParty second", NdisStatus.RESOURCES);
        assertThat(world.co.NdisClAddParty(vc, "second")).isNull();
        assertThat(world.events(What.CO_OBJECT)).endsWith(TO_MANAGER + "RESOURCES party second is added");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneIsAddedLaterOrNot(boolean success) {
        NdisStatus status = success ? NdisStatus.SUCCESS : NdisStatus.RESOURCES;
        PartyHandle party = added(NdisStatus.PENDING);
        world.co.NdisCmAddPartyComplete(status, party);
        assertThat(world.heard.sinceThen()).containsExactly("CmAddParty second", "ClAddPartyComplete second " + status);
        assertThat(world.co.isValid(party)).isEqualTo(success);
    }

    @Test
    void oneLeaves() {
        PartyHandle party = added(NdisStatus.SUCCESS);
        world.co.NdisCmDispatchIncomingDropParty(NdisStatus.DEVICE_FAILED, party);
        assertThat(world.heard.sinceThen())
                .containsExactly("CmAddParty second", "CmDropParty second", "ClIncomingDropParty second DEVICE_FAILED");
        assertThat(world.co.isValid(party)).isFalse();
    }

    @Test
    void staleHandlesAreSeen() {
        PartyHandle party = added(NdisStatus.SUCCESS);
        world.co.NdisClDropParty(party);
        world.heard.sinceThen();
        assertThat(world.co.NdisClDropParty(party)).isEqualTo(NdisStatus.FAILURE);
        world.co.NdisCmAddPartyComplete(NdisStatus.SUCCESS, party);
        world.co.NdisCmDispatchIncomingDropParty(NdisStatus.SUCCESS, party);
        assertThat(world.messages())
                .containsExactly(
                        "NdisClDropParty with a stale handle: PartyHandle second #0.0",
                        "NdisCmAddPartyComplete with a stale handle: PartyHandle second #0.0",
                        "NdisCmDispatchIncomingDropParty with a stale handle: PartyHandle second #0.0");
        assertThat(world.heard.sinceThen()).isEmpty();
    }
}
