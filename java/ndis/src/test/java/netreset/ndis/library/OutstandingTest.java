// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.Steps;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Profile;
import netreset.ndis.trace.What;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends and requests that a reset finds in the miniport. */
class OutstandingTest {
    private World world = new World();

    /** One send and one request are in the miniport, and a reset is pending. */
    private World busy(int oid) {
        world.nic.holdSends = true;
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        world.started();
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), new NetBufferList("s"), 0, 0);
        world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.set("q", oid, 1));
        world.pending();
        world.ndis.operatorReset("nic0");
        world.simulation.settle();
        return world;
    }

    private void giveBackSend(NdisStatus status) {
        world.nic.sends.get(0).status(status);
        world.ndis.NdisMSendNetBufferListsComplete(world.handle(), world.nic.sends.get(0), 0);
    }

    private void giveBackRequest(NdisStatus status) {
        world.ndis.NdisMOidRequestComplete(world.handle(), world.nic.requests.get(0), status);
    }

    @Test
    @Rule("R57")
    void ndisItselfCompletesNothing() {
        world = new World(Profile.NDIS_6_20);
        busy(Oid.PM_PARAMETERS);
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END");
        assertThat(world.adapter().outstandingSends()).isEqualTo(1);
        assertThat(world.adapter().outstandingOids()).isEqualTo(1);
    }

    @Test
    @Rule("R58")
    void from630OnAllMustBeBackBeforeTheResetCompletes() {
        busy(Oid.PM_PARAMETERS);
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.ndis.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(58);
            assertThat(violation.message()).endsWith("send s OID request q");
        });
    }

    @Test
    @Rule("R58")
    void thatHoldsForResetsCompletedAtOnceToo() {
        world.nic.holdSends = true;
        world.started();
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), new NetBufferList("s"), 0, 0);
        world.reset();
        assertThat(world.broken()).containsExactly(58);
    }

    @ParameterizedTest
    @CsvSource({"NDIS_6_20, BY_VERSION, false", "NDIS_6_30, MAY_HOLD, false", "NDIS_6_20, MUST_COMPLETE, true"})
    @Rule("R59")
    void before630TheyMayStay(Profile profile, String reading, boolean violation) {
        Settings settings = Settings.of(profile);
        world = new World(
                settings.with(settings.knobs().with(Knob.OUTSTANDING_RULE, reading)), netreset.ndis.sim.Fifo.FIFO, 0);
        busy(Oid.PM_PARAMETERS);
        world.complete(NdisStatus.SUCCESS, false);
        assertThat(world.broken()).isEqualTo(violation ? List.of(58) : List.of());
        giveBackSend(NdisStatus.SUCCESS);
        giveBackRequest(NdisStatus.SUCCESS);
        assertThat(world.tcp.told).containsExactly("RESET_START", "RESET_END", "s SUCCESS", "q SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({
        "RESET_IN_PROGRESS, REQUEST_ABORTED, 0",
        "SUCCESS, SUCCESS, 0",
        "REQUEST_ABORTED, REQUEST_ABORTED, 1",
        "RESET_IN_PROGRESS, RESET_IN_PROGRESS, 1",
        "FAILURE, FAILURE, 2"
    })
    @Rule("R60")
    void eachKindIsAbortedWithItsOwnStatus(String send, String request, int violations) {
        busy(Oid.PM_PARAMETERS);
        giveBackSend(status(send));
        giveBackRequest(status(request));
        assertThat(world.broken()).hasSize(violations).allMatch(rule -> rule == 60);
        assertThat(world.tcp.told).containsExactly("RESET_START", "s " + send, "q " + request);
    }

    @Test
    @Rule("R60")
    void theKnobChangesTheStatusOfSends() {
        world = new World(Knob.CL_SEND_ABORT_STATUS, "REQUEST_ABORTED");
        busy(Oid.PM_PARAMETERS);
        giveBackSend(NdisStatus.REQUEST_ABORTED);
        assertThat(world.broken()).isEmpty();
    }

    private static NdisStatus status(String name) {
        return switch (name) {
            case "SUCCESS" -> NdisStatus.SUCCESS;
            case "RESET_IN_PROGRESS" -> NdisStatus.RESET_IN_PROGRESS;
            case "REQUEST_ABORTED" -> NdisStatus.REQUEST_ABORTED;
            case "NOT_ACCEPTED" -> NdisStatus.NOT_ACCEPTED;
            case "SEND_ABORTED" -> NdisStatus.SEND_ABORTED;
            default -> NdisStatus.FAILURE;
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule("R61")
    void sendAbortedIsForCancelledSends(boolean cancelled) {
        world.nic.holdSends = true;
        world.started();
        NetBufferList list = new NetBufferList("s");
        list.cancelId("c");
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), list, 0, 0);
        if (cancelled) {
            world.ndis.NdisCancelSendNetBufferLists(world.tcp.open().handle(), "c");
        }
        giveBackSend(NdisStatus.SEND_ABORTED);
        assertThat(world.broken()).isEqualTo(cancelled ? List.of() : List.of(61));
    }

    @Test
    @Rule("R62")
    void eachIsCompletedOnce() {
        busy(Oid.PM_PARAMETERS);
        giveBackSend(NdisStatus.RESET_IN_PROGRESS);
        giveBackRequest(NdisStatus.REQUEST_ABORTED);
        giveBackSend(NdisStatus.RESET_IN_PROGRESS);
        giveBackRequest(NdisStatus.REQUEST_ABORTED);
        assertThat(world.broken()).containsExactly(62, 62);
        assertThat(world.tcp.told).hasSize(3);
    }

    @Test
    @Rule("R62")
    void pendingCompletesNoRequest() {
        busy(Oid.PM_PARAMETERS);
        giveBackRequest(NdisStatus.PENDING);
        assertThat(world.broken()).containsExactly(62);
        assertThat(world.adapter().outstandingOids()).isEqualTo(1);
        giveBackRequest(NdisStatus.REQUEST_ABORTED);
        assertThat(world.tcp.told).containsExactly("RESET_START", "q REQUEST_ABORTED");
        assertThat(world.broken()).containsExactly(62);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule("R62")
    void aResultReturnedAfterACompletionIsOneTooMany(boolean inSteps) {
        world.nic.oid = (port, request) -> {
            Runnable completes = () -> world.ndis.NdisMOidRequestComplete(port.handle(), request, NdisStatus.SUCCESS);
            if (inSteps) {
                return world.ndis.script(new Steps().then(completes).returns(() -> NdisStatus.SUCCESS));
            }
            completes.run();
            return NdisStatus.SUCCESS;
        };
        world.started();
        assertThat(world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.query("q", Oid.GEN_STATISTICS)))
                .isEqualTo(NdisStatus.PENDING);
        world.simulation.settle();
        assertThat(world.broken()).containsExactly(62);
        assertThat(world.tcp.told).containsExactly("q SUCCESS");
        assertThat(world.adapter().outstandingOids()).isZero();
    }

    @Test
    @Rule("R62")
    void whatIsOutIsNotSentAgain() {
        busy(Oid.PM_PARAMETERS);
        world.complete(NdisStatus.SUCCESS, false);
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), world.nic.sends.get(0), 0, 0);
        world.ndis.NdisOidRequest(world.tcp.open().handle(), world.nic.requests.get(0));
        assertThat(world.broken()).containsExactly(58, 62, 62);
    }

    @ParameterizedTest
    @CsvSource({"NOT_ACCEPTED, false", "SUCCESS, false", "REQUEST_ABORTED, true", "FAILURE, true"})
    @Rule("R63")
    void setPowerIsNotAborted(String name, boolean violation) {
        busy(Oid.PNP_SET_POWER);
        giveBackRequest(status(name));
        assertThat(world.broken()).isEqualTo(violation ? List.of(63) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"REQUEST_ABORTED, true, false", "REQUEST_ABORTED, false, true", "FAILURE, true, true"})
    @Rule("R64")
    void whatMustSucceedMayBeAbortedByAResetOnly(String name, boolean resetting, boolean stops) {
        busy(Oid.PM_REMOVE_WOL_PATTERN);
        if (!resetting) {
            giveBackSend(NdisStatus.RESET_IN_PROGRESS);
            world = new World();
            world.nic.oid = (port, request) -> NdisStatus.PENDING;
            world.started();
            world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.set("q", Oid.PM_REMOVE_WOL_PATTERN, 1));
        }
        giveBackRequest(status(name));
        assertThat(world.ndis.bugCheck() != null).isEqualTo(stops);
        assertThat(world.broken()).isEqualTo(stops ? List.of(64) : List.of());
    }

    @Test
    @Rule("R65")
    void ndisSendsNothingAgain() {
        busy(Oid.PM_PARAMETERS);
        giveBackSend(NdisStatus.RESET_IN_PROGRESS);
        giveBackRequest(NdisStatus.REQUEST_ABORTED);
        world.complete(NdisStatus.SUCCESS, true);
        assertThat(world.nic.sends).hasSize(1);
        assertThat(world.nic.requests).hasSize(1);
        assertThat(world.broken()).isEmpty();
    }

    @Test
    @Rule("R66")
    void requestsReachTheMiniportOneAtATime() {
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        world.started();
        for (String name : List.of("a", "b", "c")) {
            assertThat(world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.query(name, Oid.GEN_STATISTICS)))
                    .isEqualTo(NdisStatus.PENDING);
        }
        for (int given = 1; given <= 3; given++) {
            world.simulation.settle();
            assertThat(world.nic.requests).hasSize(given);
            world.ndis.NdisMOidRequestComplete(world.handle(), world.nic.requests.get(given - 1), NdisStatus.SUCCESS);
        }
        assertThat(world.tcp.told).containsExactly("a SUCCESS", "b SUCCESS", "c SUCCESS");
    }

    @Test
    @Rule("R86")
    void ndisAnswersHowOftenItReset() {
        world.started().reset().reset();
        OidRequest request = OidRequest.query("count", Oid.GEN_RESET_COUNTS);
        assertThat(world.ndis.NdisOidRequest(world.tcp.open().handle(), request))
                .isEqualTo(NdisStatus.SUCCESS);
        assertThat(request.information()).isEqualTo(2);
        assertThat(world.events(What.OID_TO_MINIPORT)).isEmpty();
    }

    @Test
    @Rule("R86")
    void itCountsWhatIsOverAndStartsAgainWithANewInstance() {
        OidRequest request = OidRequest.query("count", Oid.GEN_RESET_COUNTS);
        List<Object> counts = new ArrayList<>();
        world.tcp.onStatus = (open, indication) -> {
            if (indication.statusCode().equals(NdisStatus.RESET_END)) {
                world.ndis.NdisOidRequest(open.handle(), request);
                counts.add(request.information());
            }
        };
        world.started().reset();
        world.nic.reset = (port, addressing) -> {
            world.ndis.NdisWriteErrorLogEntry(port.handle(), 0, "dead");
            return NdisStatus.HARD_ERRORS;
        };
        world.reset();
        assertThat(counts).containsExactly(0, 1);
        assertThat(world.adapter().resetCounts()).isEqualTo(2);
        world.ndis.halt("nic0");
        world.simulation.settle();
        world.ndis.addAdapter(
                world.ndis.NdisMRegisterMiniportDriver(world.nic, MiniportCharacteristics.of("n")), "nic0");
        world.simulation.settle();
        world.ndis.NdisOidRequest(world.tcp.open().handle(), request);
        assertThat(request.information()).isEqualTo(0);
    }

    @Test
    @Rule("R86")
    void onlyQueriesAreAnsweredByNdis() {
        world.started();
        world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.set("q", Oid.GEN_RESET_COUNTS, 1));
        assertThat(world.nic.requests).hasSize(1);
    }
}
