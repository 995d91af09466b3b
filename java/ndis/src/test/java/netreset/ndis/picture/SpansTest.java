// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static netreset.ndis.trace.What.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import netreset.ndis.NdisStatus;
import org.junit.jupiter.api.Test;

/** Gates, handlers and connections, from their events. */
class SpansTest {
    private static final String NIC = "miniport nic0";

    private static List<Row> rows(Story story) {
        return Row.of(story.events());
    }

    @Test
    void aGateIsClosedUntilItOpensOrForGood() {
        Story story = new Story()
                .say(SEND, "p", null)
                .say(GATE_CLOSE, "ndis", null)
                .about("nic1")
                .say(GATE_CLOSE, "ndis", null);
        story.about("nic0").say(GATE_OPEN, "ndis", null).say(SEND, "p", null);

        Gates gates = Gates.of(rows(story));

        assertThat(gates.spans()).containsExactly(new Gates.Span("nic0", 1, 3), new Gates.Span("nic1", 2, 5));
        assertThat(gates.isAnyClosed(0)).isFalse();
        assertThat(gates.isAnyClosed(4)).isTrue();
        assertThat(gates.isClosed("nic0", 4)).isFalse();
        assertThat(gates.isClosed("nic1", 4)).isTrue();
    }

    @Test
    void aGateIsClosedFromTheRowThatClosesItToTheOneThatOpensIt() {
        Story story =
                new Story().say(SEND, "p", null).say(GATE_CLOSE, "ndis", null).say(GATE_OPEN, "ndis", null);

        Gates gates = Gates.of(rows(story.say(SEND, "p", null)));

        assertThat(IntStream.range(0, 4).mapToObj(gates::isAnyClosed)).containsExactly(false, true, true, false);
        assertThat(IntStream.range(0, 4).mapToObj(row -> gates.isClosed("nic0", row)))
                .containsExactly(false, true, true, false);
    }

    @Test
    void aHandlerRunsAndThenPends() {
        Story story = new Story()
                .say(RESET_HANDLER, "ndis", NIC)
                .status(RESET_HANDLER_RETURN, NIC, "ndis", NdisStatus.PENDING);
        story.status(RESET_COMPLETE, NIC, "ndis", NdisStatus.SUCCESS);

        assertThat(Activations.of(rows(story)))
                .containsExactly(new Activations.Span(NIC, false, 0, 1), new Activations.Span(NIC, true, 1, 2));
    }

    @Test
    void nothingPendsThatWasCompletedEarly() {
        Story story =
                new Story().say(RESET_HANDLER, "ndis", NIC).status(RESET_COMPLETE, NIC, "ndis", NdisStatus.SUCCESS);
        story.status(RESET_HANDLER_RETURN, NIC, "ndis", NdisStatus.PENDING);

        assertThat(Activations.of(rows(story))).containsExactly(new Activations.Span(NIC, false, 0, 2));
    }

    @Test
    void aHandlerThatNeverReturnsRunsToTheEnd() {
        assertThat(Activations.of(rows(new Story().say(RESET_HANDLER, "ndis", NIC))))
                .containsExactly(new Activations.Span(NIC, false, 0, 1));
    }

    @Test
    void aConnectionKeepsItsStateThroughAReset() {
        assertThat(VcStates.of(Row.of(Stories.connectionOriented())).get("v1"))
                .extracting(VcStates.Span::state)
                .containsExactly("CREATED", "ACTIVATING", "ACTIVE");
    }

    @Test
    void aConnectionMovesAsItsEventsSay() {
        Story story =
                new Story().vc(VC_CREATE, "c", NIC, "v", NdisStatus.SUCCESS).vc(VC_ACTIVATE, "c", NIC, "v", null);
        story.vc(VC_ACTIVATED, NIC, "c", "v", NdisStatus.FAILURE).vc(VC_ACTIVATE, "c", NIC, "v", NdisStatus.PENDING);
        story.vc(VC_ACTIVATED, NIC, "c", "v", NdisStatus.SUCCESS).vc(VC_ACTIVATE, "c", NIC, "v", null);
        story.vc(VC_ACTIVATED, NIC, "c", "v", NdisStatus.FAILURE).vc(VC_DEACTIVATE, "c", NIC, "v", null);
        story.vc(VC_DEACTIVATED, NIC, "c", "v", null).vc(VC_DELETE, "c", NIC, "v", null);

        assertThat(VcStates.of(rows(story)).get("v"))
                .extracting(VcStates.Span::state)
                .containsExactly(
                        "CREATED",
                        "ACTIVATING",
                        "CREATED",
                        "ACTIVATING",
                        "ACTIVE",
                        "REACTIVATING",
                        "ACTIVE",
                        "DEACTIVATING",
                        "CREATED",
                        "DELETED");
    }

    @Test
    void aConnectionRefusedIsNone() {
        assertThat(VcStates.of(rows(new Story().vc(VC_CREATE, "c", NIC, "v", NdisStatus.RESOURCES))))
                .isEmpty();
    }
}
