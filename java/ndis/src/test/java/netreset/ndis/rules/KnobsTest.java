// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnobsTest {
    private static final Map<Knob, List<Function<Knobs, Object>>> QUICK = Map.ofEntries(
            Map.entry(Knob.START_INDICATION, List.of(Knobs::startsOnlyIfPending)),
            Map.entry(Knob.OUTSTANDING_RULE, List.of(KnobsTest::workMustComplete)),
            Map.entry(Knob.CL_SEND_ABORT_STATUS, List.of(Knobs::sendAbortStatus)),
            Map.entry(Knob.CO_SEND_ABORT_STATUS, List.of(Knobs::coSendAbortStatus)),
            Map.entry(Knob.NDIS_SEND_TIMEOUT, List.of(KnobsTest::timesOutSends)),
            Map.entry(Knob.NDIS_SEND_GATE, List.of(Knobs::refusesSends)),
            Map.entry(Knob.RESTORE_ORDER, List.of(Knobs::restoresAfterEnd)),
            Map.entry(Knob.RESTORE_ON_FAILURE, List.of(Knobs::restoresOnFailure)),
            Map.entry(Knob.NOTIFY_ORDER_CO, List.of(Knobs::callManagerFirst)),
            Map.entry(Knob.SECOND_REQUEST, List.of(Knobs::queuesOne, Knobs::queuesAll)),
            Map.entry(Knob.EARLY_COMPLETE, List.of(Knobs::toleratesEarlyComplete)),
            Map.entry(Knob.RESET_VS_HALT, List.of(Knobs::haltWaits)),
            Map.entry(Knob.CO_GATE, List.of(Knobs::isCoGateWide)),
            Map.entry(Knob.NO_RESET_HANDLER, List.of(Knobs::removesWithoutHandler)),
            Map.entry(Knob.CFH_IRQL, List.of(Knobs::checkForHangIrql)),
            Map.entry(Knob.HANDLER_IRQL, List.of(Knobs::handlerIrql)),
            Map.entry(Knob.HARD_ERROR_FOLLOW_UP, List.of(Knobs::failuresBeforeRemoval)));

    private final Knobs usual = Knobs.of(Profile.NDIS_6_30);

    /** Of a driver before 6.30 and one after. */
    private static Object workMustComplete(Knobs knobs) {
        return List.of(knobs.workMustComplete(Profile.NDIS_6_20), knobs.workMustComplete(Profile.NDIS_6_30));
    }

    private static Object timesOutSends(Knobs knobs) {
        return List.of(knobs.timesOutSends(Profile.NDIS_6_20), knobs.timesOutSends(Profile.NDIS_6_30));
    }

    private static List<Object> quick(Knobs knobs, Knob knob) {
        return QUICK.getOrDefault(knob, List.of()).stream()
                .map(answer -> answer.apply(knobs))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyReadingOfEveryKnobMakesADifferenceToItAlone(Knob knob) {
        List<List<Object>> answers = new ArrayList<>();
        for (String reading : knob.readings()) {
            Knobs set = usual.with(knob, reading);
            assertThat(set.get(knob)).isEqualTo(reading);
            answers.add(quick(set, knob));
            for (Knob other : Knob.values()) {
                if (other != knob) {
                    assertThat(set.get(other)).isEqualTo(usual.get(other));
                    assertThat(quick(set, other)).isEqualTo(quick(usual, other));
                }
            }
        }
        assertThat(answers).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    @Test
    void defaultsAreTheFirstReadings() {
        assertThat(usual.startsOnlyIfPending()).isFalse();
        assertThat(usual.workMustComplete(Profile.NDIS_6_30)).isTrue();
        assertThat(usual.sendAbortStatus()).isEqualTo(NdisStatus.RESET_IN_PROGRESS);
        assertThat(usual.coSendAbortStatus()).isEqualTo(NdisStatus.REQUEST_ABORTED);
        assertThat(usual.timesOutSends(Profile.NDIS_6_30)).isFalse();
        assertThat(usual.refusesSends()).isTrue();
        assertThat(usual.restoresAfterEnd()).isFalse();
        assertThat(usual.restoresOnFailure()).isFalse();
        assertThat(usual.callManagerFirst()).isTrue();
        assertThat(usual.queuesOne() || usual.queuesAll()).isFalse();
        assertThat(usual.toleratesEarlyComplete()).isTrue();
        assertThat(usual.haltWaits()).isTrue();
        assertThat(usual.isCoGateWide()).isFalse();
        assertThat(usual.removesWithoutHandler()).isFalse();
        assertThat(usual.checkForHangIrql()).isEqualTo(Irql.PASSIVE);
        assertThat(usual.handlerIrql()).isEqualTo(Irql.PASSIVE);
        assertThat(usual.failuresBeforeRemoval()).isEqualTo(Integer.MAX_VALUE);
        assertThat(usual.with(Knob.HARD_ERROR_FOLLOW_UP, "REMOVE_AFTER_3").failuresBeforeRemoval())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "NDIS_5, false, true, DISPATCH",
        "NDIS_6_20, false, true, PASSIVE",
        "NDIS_6_30, true, false, PASSIVE",
        "NDIS_6_83, true, false, PASSIVE"
    })
    void theVersionDecidesWhatDependsOnIt(Profile profile, boolean complete, boolean timeout, String irql) {
        Knobs knobs = Knobs.of(profile);

        assertThat(knobs.profile()).isEqualTo(profile);
        assertThat(knobs.workMustComplete(profile)).isEqualTo(complete);
        assertThat(knobs.timesOutSends(profile)).isEqualTo(timeout);
        assertThat(knobs.get(Knob.OUTSTANDING_RULE, profile)).isEqualTo(complete ? "MUST_COMPLETE" : "MAY_HOLD");
        assertThat(knobs.get(Knob.NDIS_SEND_TIMEOUT, profile)).isEqualTo(timeout ? "ON" : "OFF");
        assertThat(knobs.get(Knob.CFH_IRQL, profile)).isEqualTo(irql);
        assertThat(knobs.get(Knob.CFH_IRQL)).isEqualTo(irql);
        assertThat(knobs.get(Knob.HANDLER_IRQL)).isEqualTo(irql);
        assertThat(knobs.with(Knob.OUTSTANDING_RULE, "MAY_HOLD").with(Knob.OUTSTANDING_RULE, "BY_VERSION"))
                .isEqualTo(knobs);
    }

    @Test
    void settingOneLeavesTheOriginalAlone() {
        Knobs changed = usual.with(Knob.CO_GATE, "wide");

        assertThat(usual.get(Knob.CO_GATE)).isEqualTo("NARROW");
        assertThat(changed).isNotEqualTo(usual).hasToString("NDIS_6_30 coGate=WIDE");
        assertThat(changed.with(Knob.CO_GATE, "NARROW")).isEqualTo(usual).hasSameHashCodeAs(usual);
        assertThat(usual).hasToString("NDIS_6_30");
    }

    @Test
    void whatIsUnknownIsRefusedInOneLineThatSaysWhatThereIs() {
        assertThatThrownBy(() -> usual.with(Knob.SECOND_REQUEST, "TWICE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("knob secondRequest has no reading 'TWICE': there are DROP, QUEUE_ONE, QUEUE_ALL");
        assertThatThrownBy(() -> Knob.named("speed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no knob 'speed': there are startIndication, ")
                .hasMessageEndingWith(", hardErrorFollowUp");
        assertThat(Knob.named("coGate")).isEqualTo(Knob.CO_GATE);
    }
}
