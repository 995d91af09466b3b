// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls made, taken, refused and closed from either side. */
class CallTest {
    private static final String TO_MANAGER = "protocol client/atm0 > protocol manager/atm0: ";
    private static final String TO_CLIENT = "protocol manager/atm0 > protocol client/atm0: ";

    private final CoWorld world = CoWorld.standAlone();
    private final SapHandle sap = Objects.requireNonNull(world.co.NdisClRegisterSap(world.family, "sap"));

    private static NdisStatus status(boolean success) {
        return success ? NdisStatus.SUCCESS : NdisStatus.RESOURCES;
    }

    private VcHandle made(NdisStatus answer) {
        world.heard.answer("CmMakeCall", answer);
        VcHandle vc = world.created();
        world.heard.sinceThen();
        assertThat(world.co.NdisClMakeCall(vc, "slow", null)).isEqualTo(answer);
        return vc;
    }

    private VcHandle offered(NdisStatus answer) {
        world.heard.answer("ClIncomingCall sap", answer);
        VcHandle vc = world.incoming();
        world.heard.sinceThen();
        assertThat(world.co.NdisCmDispatchIncomingCall(sap, vc, "slow")).isEqualTo(answer);
        return vc;
    }

    /** Only a call that is up can be closed. */
    private boolean isUp(VcHandle vc) {
        world.heard.answer("CmCloseCall", NdisStatus.SUCCESS);
        return world.co.NdisClCloseCall(vc, null).equals(NdisStatus.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallIsMadeAtOnceOrNot(boolean success) {
        VcHandle vc = made(status(success));
        assertThat(world.heard.sinceThen()).containsExactly("CmMakeCall");
        assertThat(world.events(What.CO_OBJECT)).endsWith(TO_MANAGER + "vc1 call");
        assertThat(isUp(vc)).isEqualTo(success);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallIsMadeLaterOrNot(boolean success) {
        VcHandle vc = made(NdisStatus.PENDING);
        assertThat(world.co.NdisClMakeCall(vc, "slow", null)).isEqualTo(NdisStatus.INVALID_STATE);
        world.co.NdisCmMakeCallComplete(status(success), vc);
        assertThat(world.heard.sinceThen()).containsExactly("CmMakeCall", "ClMakeCallComplete " + status(success));
        assertThat(isUp(vc)).isEqualTo(success);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallThatComesInIsTakenAtOnceOrNot(boolean success) {
        VcHandle vc = offered(status(success));
        world.co.NdisCmDispatchCallConnected(vc);
        assertThat(world.heard.sinceThen())
                .isEqualTo(success ? List.of("ClIncomingCall sap", "ClCallConnected") : List.of("ClIncomingCall sap"));
        assertThat(world.events(What.CO_OBJECT)).endsWith(TO_CLIENT + "incoming incoming call");
        assertThat(isUp(vc)).isEqualTo(success);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallThatComesInIsTakenLaterOrNot(boolean success) {
        VcHandle vc = offered(NdisStatus.PENDING);
        assertThat(world.co.NdisCmDispatchIncomingCall(sap, vc, "slow")).isEqualTo(NdisStatus.INVALID_STATE);
        world.co.NdisClIncomingCallComplete(status(success), vc);
        assertThat(world.heard.sinceThen())
                .containsExactly("ClIncomingCall sap", "CmIncomingCallComplete " + status(success));
        assertThat(isUp(vc)).isEqualTo(success);
    }

    @Test
    void theClientClosesAtOnce() {
        VcHandle vc = world.called();
        world.heard.sinceThen();
        assertThat(world.co.NdisClCloseCall(vc, null)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.heard.sinceThen()).containsExactly("CmCloseCall");
        assertThat(world.events(What.CALL_CLOSE)).containsExactly(TO_MANAGER + "vc1");
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.SUCCESS);
    }

    @Test
    void theClosingTakesItsTime() {
        VcHandle vc = made(NdisStatus.SUCCESS);
        world.heard.answer("CmCloseCall", NdisStatus.PENDING);
        assertThat(world.co.NdisClCloseCall(vc, null)).isEqualTo(NdisStatus.PENDING);
        assertThat(world.co.NdisClCloseCall(vc, null)).isEqualTo(NdisStatus.INVALID_STATE);
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.INVALID_STATE);
        world.co.NdisCmCloseCallComplete(NdisStatus.SUCCESS, vc);
        assertThat(world.heard.sinceThen()).containsExactly("CmMakeCall", "CmCloseCall", "ClCloseCallComplete SUCCESS");
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsClosedFromBelowWhetherItIsTakenAlreadyOrNot(boolean taken) {
        VcHandle vc = offered(taken ? NdisStatus.SUCCESS : NdisStatus.PENDING);
        world.heard.answer("CmCloseCall", NdisStatus.SUCCESS);
        world.co.NdisCmDispatchIncomingCloseCall(NdisStatus.DEVICE_FAILED, vc);
        assertThat(world.heard.sinceThen())
                .containsExactly("ClIncomingCall sap", "CmCloseCall", "ClIncomingCloseCall DEVICE_FAILED");
        assertThat(world.events(What.CALL_CLOSE))
                .containsExactly(TO_CLIENT + "incoming DEVICE_FAILED", TO_MANAGER + "incoming");
    }

    @ParameterizedTest
    @CsvSource({
        "NdisCmMakeCallComplete",
        "NdisClCloseCall",
        "NdisCmCloseCallComplete",
        "NdisClIncomingCallComplete",
        "NdisCmDispatchCallConnected",
        "NdisCmDispatchIncomingCloseCall"
    })
    void whereThereIsNoCallItIsNotedAndNobodyIsCalled(String call) {
        VcHandle vc = world.created();
        world.heard.sinceThen();
        say(call, vc);
        assertThat(world.events(What.NOTE)).containsExactly("ndis > null: " + call + " on vc1, whose call is NONE");
        assertThat(world.heard.sinceThen()).isEmpty();
        assertThat(world.broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NdisClMakeCall",
                "NdisCmMakeCallComplete",
                "NdisClCloseCall",
                "NdisCmCloseCallComplete",
                "NdisCmDispatchIncomingCall",
                "NdisClIncomingCallComplete",
                "NdisCmDispatchCallConnected",
                "NdisCmDispatchIncomingCloseCall",
                "NdisClAddParty"
            })
    void aSignallingOrADeletedVcIsSeen(String call) {
        VcContext signalling = new VcContext("signalling");
        world.co.NdisCoCreateVc(world.manager.open().handle(), null, signalling);
        VcHandle deleted = world.created();
        world.co.NdisCoDeleteVc(deleted);
        world.heard.sinceThen();
        say(call, signalling.handle());
        say(call, deleted);
        assertThat(world.messages())
                .containsExactly(call + " on a signalling VC", call + " with a stale handle: VcHandle vc2 #1.0");
        assertThat(world.heard.sinceThen()).isEmpty();
    }

    private void say(String call, VcHandle vc) {
        switch (call) {
            case "NdisClMakeCall" ->
                assertThat(world.co.NdisClMakeCall(vc, "slow", null)).isEqualTo(NdisStatus.FAILURE);
            case "NdisCmMakeCallComplete" -> world.co.NdisCmMakeCallComplete(NdisStatus.SUCCESS, vc);
            case "NdisClCloseCall" ->
                assertThat(world.co.NdisClCloseCall(vc, null)).isNotEqualTo(NdisStatus.SUCCESS);
            case "NdisCmCloseCallComplete" -> world.co.NdisCmCloseCallComplete(NdisStatus.SUCCESS, vc);
            case "NdisCmDispatchIncomingCall" ->
                assertThat(world.co.NdisCmDispatchIncomingCall(sap, vc, "slow")).isEqualTo(NdisStatus.FAILURE);
            case "NdisClIncomingCallComplete" -> world.co.NdisClIncomingCallComplete(NdisStatus.SUCCESS, vc);
            case "NdisCmDispatchCallConnected" -> world.co.NdisCmDispatchCallConnected(vc);
            case "NdisCmDispatchIncomingCloseCall" -> world.co.NdisCmDispatchIncomingCloseCall(NdisStatus.SUCCESS, vc);
            default -> assertThat(world.co.NdisClAddParty(vc, "second")).isNull();
        }
    }
}
