// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netreset.ndis.BindParameters;
import netreset.ndis.Irql;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;
import netreset.ndis.Steps;
import netreset.ndis.library.ResetState;
import netreset.ndis.rules.Knob;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reset as those see it who deal in connections. */
class CoNdisResetTest {
    private final CoWorld world = CoWorld.standAlone();

    private static List<String> told(CoWorld where) {
        return where.log.events().stream()
                .filter(event -> event.what() == What.STATUS)
                .map(event -> event.status() + " " + event.to())
                .toList();
    }

    @Test
    @Rule({"R23", "R24"})
    void statusesComeByTheConnectionOrientedCallbackAndAreAboutNoVc() {
        world.active();
        world.reset();
        assertThat(world.client.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.manager.told).containsExactly("RESET_START", "RESET_END");
    }

    /** A protocol that knows of no connections. */
    private record Connectionless(Ndis ndis, List<String> told) implements ProtocolDriver<CoTeller.Open> {
        @Override
        public CoTeller.Open newContext(BindParameters adapter) {
            return new CoTeller.Open();
        }

        @Override
        public void ProtocolStatusEx(CoTeller.Open open, StatusIndication indication) {
            told.add(indication.statusCode().toString());
        }
    }

    @Test
    @Rule("R23")
    void aConnectionlessBindingOfTheSameAdapterHasItsOwnCallback() {
        Connectionless plain = new Connectionless(world.ndis, new ArrayList<>());
        world.ndis.NdisRegisterProtocolDriver(plain, "plain");
        world.ndis.bind("atm0");
        world.simulation.settle();
        world.reset();
        assertThat(plain.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.client.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.ndis.bugCheck()).isNull();
    }

    @Test
    @Rule({"R25", "R30"})
    void theClientWaitsUntilTheBusyCallManagerIsTold() {
        VcContext signalling = new VcContext();
        world.co.NdisCoCreateVc(world.manager.open().handle(), null, signalling);
        world.manager.onStatus = indication -> {
            if (indication.statusCode().equals(NdisStatus.LINK_STATE)) {
                world.ndis.NdisMResetMiniport(world.handle());
                world.simulation.settle();
                assertThat(world.client.told).isEmpty();
            }
        };
        world.co.NdisMCoIndicateStatusEx(
                world.handle(), signalling.handle(), StatusIndication.of(NdisStatus.LINK_STATE, world.handle()));
        world.simulation.settle();
        assertThat(told(world).subList(1, 3))
                .containsExactly("RESET_START protocol manager/atm0", "RESET_START protocol client/atm0");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R25")
    void theCallManagerIsToldFirstAlthoughItWasBoundLast() {
        world.reset();
        assertThat(told(world))
                .containsExactly(
                        "RESET_START protocol manager/atm0",
                        "RESET_START protocol client/atm0",
                        "RESET_END protocol manager/atm0",
                        "RESET_END protocol client/atm0");
    }

    @Test
    @Rule("R25")
    void theKnobHasThemToldInTheOrderOfTheirBinding() {
        CoWorld other = CoWorld.standAlone(Knob.NOTIFY_ORDER_CO, "CREATION_ORDER");
        other.reset();
        assertThat(told(other).get(0)).isEqualTo("RESET_START protocol client/atm0");
    }

    @Test
    @Rule("R26")
    void anMcmIsCalledAndNotTold() {
        CoWorld mcm = CoWorld.mcm();
        mcm.reset();
        assertThat(told(mcm)).containsExactly("RESET_START protocol client/atm0", "RESET_END protocol client/atm0");
        assertThat(mcm.log.events().stream().filter(event -> event.what() == What.RESET_HANDLER))
                .hasSize(1);
    }

    @Test
    @Rule("R30")
    void aBindingIsToldOneThingAtATime() {
        List<String> nesting = new ArrayList<>();
        VcHandle vc = world.active();
        world.client.onStatus = indication -> {
            nesting.add("in " + indication.statusCode());
            if (indication.statusCode().equals(NdisStatus.RESET_START)) {
                world.co.NdisMCoIndicateStatusEx(
                        world.handle(), vc, StatusIndication.of(NdisStatus.LINK_STATE, world.handle()));
            }
            nesting.add("out " + indication.statusCode());
        };
        world.reset();
        assertThat(nesting)
                .containsExactly(
                        "in RESET_START",
                        "out RESET_START",
                        "in LINK_STATE",
                        "out LINK_STATE",
                        "in RESET_END",
                        "out RESET_END");
        assertThat(world.client.told).contains("LINK_STATE on vc1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R22", "R30"})
    void theMiniportWaitsUntilWhoeverIsBusyHasBeenToldToo(boolean filtered) {
        CoWorld where = filtered ? CoWorld.filtered() : world;
        VcHandle vc = where.active();
        where.client.onStatus = indication -> {
            if (indication.statusCode().equals(NdisStatus.LINK_STATE)) {
                where.ndis.NdisMResetMiniport(where.handle());
                where.simulation.settle();
                assertThat(where.ndis.adapter("atm0").resetState()).isEqualTo(ResetState.ANNOUNCING);
            }
        };
        where.co.NdisMCoIndicateStatusEx(
                where.handle(), vc, StatusIndication.of(NdisStatus.LINK_STATE, where.handle()));
        where.simulation.settle();
        assertThat(where.client.told).containsExactly("LINK_STATE on vc1", "RESET_START", "RESET_END");
        assertThat(where.log.events().stream()
                        .dropWhile(event -> event.what() != What.RESET_HANDLER)
                        .filter(event -> NdisStatus.RESET_START.equals(event.status())))
                .isEmpty();
        assertThat(where.broken()).isEmpty();
    }

    @Test
    @Rule("R39")
    void onlyRequestsForTheMiniportAreRefused() {
        world.resetting();
        assertThat(world.ask(null, "q")).isEqualTo(NdisStatus.RESET_IN_PROGRESS);
        assertThat(world.ask(world.family, "r")).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.atm.requests).isEmpty();
        assertThat(world.manager.requests).containsExactly("r");
        world.complete(NdisStatus.SUCCESS);
        assertThat(world.ask(null, "q")).isEqualTo(NdisStatus.SUCCESS);
    }

    @Test
    @Rule("R39")
    void anMcmIsTheMiniport() {
        CoWorld mcm = CoWorld.mcm();
        mcm.resetting();
        assertThat(mcm.ask(mcm.family, "r")).isEqualTo(NdisStatus.RESET_IN_PROGRESS);
        mcm.complete(NdisStatus.SUCCESS);
        assertThat(mcm.ask(mcm.family, "s")).isEqualTo(NdisStatus.SUCCESS);
        assertThat(((Mcm) mcm.atm).asked).containsExactly("s");
    }

    @Test
    @Rule("R62")
    void aPeerMayAnswerLater() {
        world.manager.answer = NdisStatus.PENDING;
        OidRequest request = OidRequest.query("q", Oid.GEN_STATISTICS);
        assertThat(world.co.NdisCoOidRequest(world.client.open().handle(), world.family, null, null, request))
                .isEqualTo(NdisStatus.PENDING);
        world.co.NdisCoOidRequestComplete(request, NdisStatus.SUCCESS);
        assertThat(world.client.told).containsExactly("q SUCCESS");
        world.co.NdisCoOidRequestComplete(request, NdisStatus.SUCCESS);
        assertThat(world.broken()).containsExactly(62);
    }

    @Test
    @Rule({"R66", "R60"})
    void severalRequestsAreOutstandingAndAllAreAborted() {
        List<OidRequest> pending = new ArrayList<>();
        world.atm.oid = request -> {
            pending.add(request);
            return NdisStatus.PENDING;
        };
        world.ask(null, "q");
        world.ask(null, "r");
        world.ask(null, "s");
        assertThat(world.ndis.adapter("atm0").outstandingOids()).isEqualTo(3);
        world.atm.reset = (card, addressing) -> {
            addressing.set(false);
            pending.forEach(
                    request -> world.co.NdisMCoOidRequestComplete(card.handle(), request, NdisStatus.REQUEST_ABORTED));
            return NdisStatus.SUCCESS;
        };
        world.reset();
        assertThat(world.client.told)
                .containsExactly(
                        "RESET_START", "q REQUEST_ABORTED", "r REQUEST_ABORTED", "s REQUEST_ABORTED", "RESET_END");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R66")
    void aRequestMadeAtDispatchGoesToTheMiniportAtOnce() {
        List<NdisStatus> answers = new ArrayList<>();
        world.ndis.thread("asks", Irql.DISPATCH, new Steps().then(() -> answers.add(world.ask(null, "q"))));
        world.simulation.settle();
        assertThat(answers).containsExactly(NdisStatus.SUCCESS);
        assertThat(world.atm.requests).containsExactly("q");
    }

    @Test
    @Rule("R66")
    void oneThatIsForgottenIsSeen() {
        world.atm.oid = request -> NdisStatus.PENDING;
        world.ask(null, "q");
        world.ask(null, "r");
        world.reset();
        assertThat(world.broken()).containsExactly(58);
        assertThat(world.ndis.violations().get(0).message())
                .contains("OID request q")
                .contains("OID request r");
    }

    @Test
    void aRequestSaysItselfHowLongItWaits() {
        world.atm.oid = request -> NdisStatus.PENDING;
        OidRequest patient = OidRequest.query("q", Oid.GEN_STATISTICS);
        world.co.NdisCoOidRequest(world.client.open().handle(), null, null, null, patient);
        world.simulation.runFor(60_000_000_000L);
        assertThat(world.client.told).isEmpty();
        OidRequest hasty = OidRequest.query("r", Oid.GEN_STATISTICS);
        hasty.timeoutSeconds(5);
        world.co.NdisCoOidRequest(world.client.open().handle(), null, null, null, hasty);
        world.simulation.runFor(5_000_000_000L);
        assertThat(world.client.told).isEmpty();
        world.simulation.runFor(2_000_000_000L);
        assertThat(world.client.told).startsWith("RESET_START");
    }

    @Test
    @Rule("R71")
    void restoringIsDoneByConnectionOrientedRequests() {
        world.co.NdisCoOidRequest(
                world.client.open().handle(),
                null,
                null,
                null,
                OidRequest.set("filter", Oid.GEN_CURRENT_PACKET_FILTER, 5));
        world.atm.reset = (card, addressing) -> {
            addressing.set(true);
            return NdisStatus.SUCCESS;
        };
        world.reset();
        assertThat(world.atm.requests).containsExactly("filter", "restore packet filter");
        assertThat(world.ndis.bugCheck()).isNull();
    }

    @Test
    @Rule({"R89", "R60"})
    void whatWasSentOnVcsIsAbortedBeforeTheResetCompletes() {
        VcHandle vc = world.active();
        world.atm.holdSends = true;
        world.send(vc, "s");
        world.atm.reset = (card, addressing) -> {
            world.atm.sent(NdisStatus.REQUEST_ABORTED);
            addressing.set(false);
            return NdisStatus.SUCCESS;
        };
        world.reset();
        assertThat(world.client.told).containsExactly("RESET_START", "s REQUEST_ABORTED", "RESET_END");
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R89")
    void aSendThatOutlivesTheResetIsSeen() {
        VcHandle vc = world.active();
        world.atm.holdSends = true;
        world.send(vc, "s");
        world.reset();
        assertThat(world.broken()).containsExactly(89);
        assertThat(world.ndis.violations().get(0).message()).endsWith("send s on vc1");
    }

    @Test
    @Rule("R60")
    void theOtherStatusIsWrongUnlessTheKnobSaysSo() {
        CoWorld other = CoWorld.standAlone(Knob.CO_SEND_ABORT_STATUS, "RESET_IN_PROGRESS");
        for (CoWorld each : List.of(world, other)) {
            VcHandle vc = each.active();
            each.atm.holdSends = true;
            each.send(vc, "s");
            each.resetting();
            each.atm.sent(NdisStatus.RESET_IN_PROGRESS);
        }
        assertThat(world.broken()).containsExactly(60);
        assertThat(other.broken()).isEmpty();
    }

    @Test
    @Rule("R34")
    void sendsComeBackRefusedInWhateverStateTheVcIs() {
        VcHandle active = world.active();
        VcHandle created = world.created();
        world.resetting();
        world.send(active, "s");
        world.send(created, "t");
        assertThat(world.client.told).containsExactly("RESET_START", "s RESET_IN_PROGRESS", "t RESET_IN_PROGRESS");
        world.complete(NdisStatus.SUCCESS);
        world.send(active, "s");
        world.send(created, "t");
        assertThat(world.client.told).endsWith("RESET_END", "s SUCCESS", "t VC_NOT_ACTIVATED");
    }

    @Test
    @Rule("R87")
    void allHandlesAreValidAfterwardsAndTheSame() {
        VcHandle vc = world.called();
        SapHandle sap = Objects.requireNonNull(world.co.NdisClRegisterSap(world.family, "sap"));
        PartyHandle party = Objects.requireNonNull(world.co.NdisClAddParty(vc, "second"));
        world.resetting();
        world.complete(NdisStatus.SUCCESS);
        assertThat(List.of(world.family, sap, vc, party)).allMatch(world.co::isValid);
        assertThat(world.ask(world.family, "q")).isEqualTo(NdisStatus.SUCCESS);
        world.send(vc, "s");
        assertThat(world.client.told).endsWith("s SUCCESS");
        assertThat(world.co.NdisClDropParty(party)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.NdisClDeregisterSap(sap)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.NdisClCloseCall(vc, null)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(List.of(sap, vc, party)).noneMatch(world.co::isValid);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void handlesOfAHaltedAdapterAreStale() {
        VcHandle vc = world.active();
        world.ndis.halt("atm0");
        world.simulation.settle();
        assertThat(world.co.isValid(vc)).isFalse();
        assertThat(world.co.isValid(world.family)).isFalse();
        world.co.NdisCoSendNetBufferLists(vc, new NetBufferList("s"), 0);
        assertThat(world.broken()).containsExactly(0);
    }
}
