// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import netreset.ndis.NdisStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static Meaning only(String text) {
        List<Meaning> meanings = Decoder.decode(text);
        assertThat(meanings).hasSize(1);
        return meanings.get(0);
    }

    private static List<String> details(Meaning meaning, String name) {
        return meaning.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(Detail::text)
                .toList();
    }

    private static String names(String text) {
        return String.join(
                " ",
                Decoder.decode(text).stream()
                        .map(meaning -> Objects.toString(meaning.name(), meaning.number()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0xC001000D",
                "0Xc001000d",
                "C001000D",
                "3221291021",
                "-1073676275",
                "0xffffffffc001000d",
                "0x00000000C001000D",
                "NDIS_STATUS_RESET_IN_PROGRESS",
                "ndis_status_reset_in_progress"
            })
    void takesANumberOrANameAsPeopleWriteThem(String text) {
        Meaning meaning = only(text);

        assertThat(meaning.kind()).isEqualTo(Kind.STATUS);
        assertThat(meaning.number()).isEqualTo("0xC001000D");
        assertThat(meaning.value()).isEqualTo(0xC001000DL);
        assertThat(meaning.name()).isEqualTo("NDIS_STATUS_RESET_IN_PROGRESS");
        assertThat(meaning.isKnown()).isTrue();
        assertThat(details(meaning, "severity")).containsExactly("error (3)");
        assertThat(details(meaning, "facility")).containsExactly("0x001, NDIS's own, of ndis.h");
        assertThat(details(meaning, "code")).containsExactly("0x000D (13)");
    }

    @Test
    void eachOfTwoTwinsPointsToTheOther() {
        assertThat(details(only("0xC001000D"), "twin"))
                .singleElement()
                .asString()
                .startsWith("0xC023000D STATUS_NDIS_RESET_IN_PROGRESS: ")
                .contains("user mode")
                .endsWith("only the facility differs");
        assertThat(details(only("0xC023000D"), "twin"))
                .singleElement()
                .asString()
                .startsWith("0xC001000D NDIS_STATUS_RESET_IN_PROGRESS");
        assertThat(only("0xC023000D").text()).contains("IRPs");
        assertThat(details(only("0xC001000C"), "twin"))
                .extracting(twin -> twin.split(":", 2)[0])
                .containsExactly("0xC023000C NDIS_STATUS_SEND_ABORTED", "0xC023000C STATUS_NDIS_REQUEST_ABORTED");
        assertThat(details(only("0x40010004"), "twin")).isEmpty();
        assertThat(details(only("0xC0000001"), "twin")).isEmpty();
    }

    /** SEND_ABORTED is ndis.h's name of an NTSTATUS that sounds like something else. */
    @Test
    void aNumberWithTwoNamesHasBoth() {
        assertThat(names("0xC023000C")).isEqualTo("NDIS_STATUS_SEND_ABORTED STATUS_NDIS_REQUEST_ABORTED");
        assertThat(Decoder.decode("0xC023000C").get(0).text()).contains("cancelled");
    }

    @ParameterizedTest
    @CsvSource({
        "RESET_IN_PROGRESS, NDIS_STATUS_RESET_IN_PROGRESS STATUS_NDIS_RESET_IN_PROGRESS",
        "REQUEST_ABORTED, NDIS_STATUS_REQUEST_ABORTED STATUS_NDIS_REQUEST_ABORTED",
        "status_reset_start, NDIS_STATUS_RESET_START",
        "GEN_RESET_COUNTS, OID_GEN_RESET_COUNTS",
        "OID_PNP_SET_POWER, OID_PNP_SET_POWER",
        "RESET_COMPLETE_UNEXPECTED, NDIS_BUGCHECK_RESET_COMPLETE_UNEXPECTED",
        "ndistimeddatahang, NdisTimedDataHang",
        "RESET_FAILURE_ERROR, EVENT_NDIS_RESET_FAILURE_ERROR",
        "WATCHDOG, NDIS_BUGCHECK_WATCHDOG NDIS_BUGCHECK_WATCHDOG"
    })
    void aNameMayLackItsPrefix(String name, String found) {
        assertThat(names(name)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "0x0001010E, OID_GEN_CURRENT_PACKET_FILTER, general, operation, mandatory",
        "0x00020214, OID_GEN_RESET_COUNTS, general, statistics, optional",
        "0x01010102, OID_802_3_CURRENT_ADDRESS, Ethernet, operation, mandatory",
        "0xFD010101, OID_PNP_SET_POWER, power, operation, mandatory",
        "0xFD01010A, OID_PM_ADD_WOL_PATTERN, power, operation, mandatory",
        "0x0101010A, OID_OFFLOAD_ENCAPSULATION, Ethernet, operation, mandatory"
    })
    void knowsOids(String number, String name, String group, String use, String need) {
        Meaning oid = only(number);

        assertThat(oid.kind()).isEqualTo(Kind.OID);
        assertThat(oid.name()).isEqualTo(name);
        assertThat(details(oid, "group")).singleElement().asString().contains(group);
        assertThat(details(oid, "use")).containsExactly(use);
        assertThat(details(oid, "need")).containsExactly(need);
    }

    @Test
    void knowsBugChecksByThemselvesAndWithParameters() {
        assertThat(only("0x7C").name()).isEqualTo("BUGCODE_NDIS_DRIVER");
        assertThat(only("124").number()).isEqualTo("0x7C");
        Meaning complete = only("0x7C/0x0F");
        assertThat(complete).isEqualTo(only("0x0000007c/15"));
        assertThat(complete.name()).isEqualTo("NDIS_BUGCHECK_RESET_COMPLETE_UNEXPECTED");
        assertThat(complete.value()).isEqualTo(0x0F);
        assertThat(details(complete, "of")).singleElement().asString().startsWith("0x7C BUGCODE_NDIS_DRIVER: ");
        assertThat(only("0x7C/0x1C").text()).contains("must not fail");
        Meaning stuck = only("0x15E/0x25/0x03");
        assertThat(stuck.number()).isEqualTo("0x15E/0x25/0x03");
        assertThat(stuck.name()).isEqualTo("NDIS_BUGCHECK_WATCHDOG_PROTOCOL_STATUS_INDICATION");
        assertThat(details(stuck, "of")).hasSize(2);
        assertThat(only("0x15E/0x01/71").text()).contains("NdisMRemoveMiniport");
        assertThat(only("0xC4/0x00092003").name()).isEqualTo("NdisTimedOidComplete");
        assertThat(only("0x0009200F").name()).isEqualTo("NdisTimedDataHang");
    }

    @Test
    void aNumberAloneMeansAllThatItCan() {
        assertThat(Decoder.decode("0x25"))
                .extracting(Meaning::number)
                .containsExactly("0x7C/0x25", "0x15E/0x25", "0x7C/0x25/0x25", "0x15E/0x25/0x25");
        assertThat(Decoder.decode("0x0F")).extracting(Meaning::number).containsExactly("0x7C/0x0F");
    }

    @Test
    void knowsEventsByCodeAndByWhatTheLogShows() {
        Meaning begun = only("10400");
        assertThat(begun.kind()).isEqualTo(Kind.EVENT);
        assertThat(begun.name()).isNull();
        assertThat(begun.text()).contains("begun resetting");
        assertThat(details(begun, "provider")).containsExactly("Microsoft-Windows-NDIS");
        assertThat(only("10007").text()).contains("MiniportResetEx");
        Meaning failure = only("5002");
        assertThat(failure).isEqualTo(only("0xC000138A"));
        assertThat(failure.name()).isEqualTo("EVENT_NDIS_HARDWARE_FAILURE");
        assertThat(details(failure, "event id")).containsExactly("5002");
        assertThat(details(only("0x800013AA"), "severity")).containsExactly("warning (2)");
    }

    @Test
    void ofAnUnknownNumberTheFields() {
        Meaning unknown = only("0xE0239999");

        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.name()).isNull();
        assertThat(unknown.text()).isNull();
        assertThat(unknown.details())
                .containsExactly(
                        new Detail("severity", "error (3)"),
                        new Detail("customer", "set: somebody's own, not Microsoft's"),
                        new Detail("facility", "0x023, NDIS, of ntstatus.h"),
                        new Detail("code", "0x9999 (39321)"));
        assertThat(details(only("0x7FFFFFFF"), "facility")).containsExactly("0xFFF, not known as one of NDIS");
        assertThat(details(only("0x80000123"), "severity")).containsExactly("warning (2)");
    }

    @Test
    void whatLooksLikeAnOidMayBeOne() {
        assertThat(Decoder.decode("0x010201EE"))
                .extracting(Meaning::kind, Meaning::isKnown)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.STATUS, false),
                        org.assertj.core.groups.Tuple.tuple(Kind.OID, false));
        assertThat(Decoder.decode("0x010201EE").get(1).details())
                .containsExactly(
                        new Detail("group", "0x01, Ethernet, 802.3"),
                        new Detail("use", "statistics"),
                        new Detail("need", "mandatory"),
                        new Detail("index", "0xEE"));
        assertThat(details(Decoder.decode("0xFF123456").get(1), "group")).containsExactly("0xFF, a vendor's own");
        assertThat(Decoder.decode("0x99010101")).hasSize(1);
    }

    @Test
    void ofABugCheckWhatIsKnown() {
        Meaning unknown = only("0x7C/0x99");
        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.number()).isEqualTo("0x7C/0x99");
        assertThat(details(unknown, "of")).singleElement().asString().startsWith("0x7C BUGCODE_NDIS_DRIVER");
        assertThat(only("0x1A/0x01").details()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0x1C001000D        | '0x1C001000D' needs more than 32 bits
            4294967296         | '4294967296' needs more than 32 bits
            -2147483649        | '-2147483649' needs more than 32 bits
            0xFFFFFFFF00000001 | '0xFFFFFFFF00000001' needs more than 32 bits
            99999999999999999999999 | '99999999999999999999999' needs more than 32 bits
            RESET_SOON         | 'RESET_SOON' is no number, and nothing known here is called so
            0x                 | '0x' is no number, and nothing known here is called so
            ''                 | '' is no number, and nothing known here is called so: there are NDIS_STATUS_SUCCESS
            _RESET_            | nothing known here is called so: there are NDIS_STATUS_RESET_START, NDIS_STATUS_RESET_END
            0x7C/              | '0x7C/' is no number, and nothing known here is called so
            """)
    void refusesTheRestInOneLine(String text, String complaint) {
        assertThatThrownBy(() -> Decoder.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint)
                .message()
                .doesNotContain("\n");
    }

    static Stream<NdisStatus> statuses() {
        return Stream.of(NdisStatus.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == NdisStatus.class)
                .map(field -> {
                    try {
                        return (NdisStatus) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    /** The model's own statuses are among the names, under the same numbers. */
    @ParameterizedTest
    @MethodSource("statuses")
    void knowsWhatTheModelUses(NdisStatus status) {
        assertThat(Decoder.decode(Integer.toString(status.value())))
                .extracting(Meaning::name)
                .contains("NDIS_STATUS_" + status);
        assertThat(Decoder.decode("NDIS_STATUS_" + status))
                .extracting(Meaning::value)
                .containsExactly(Integer.toUnsignedLong(status.value()));
    }

    @Test
    void theModelsStatusesAreMany() {
        assertThat(statuses()).hasSizeGreaterThan(25);
    }

    @Test
    void everyNameLeadsToItsNumberAndBack() {
        for (Entry entry : Names.all()) {
            assertThat(Decoder.decode(Numbers.hex(entry.last())))
                    .as("%s", entry)
                    .anyMatch(meaning -> meaning.number().equals(entry.number())
                            && Objects.equals(meaning.name(), entry.name())
                            && meaning.kind() == entry.kind());
            if (entry.name() != null) {
                assertThat(Decoder.decode(entry.name()))
                        .as("%s", entry)
                        .anyMatch(meaning -> meaning.number().equals(entry.number()));
            }
        }
    }

    @Test
    void noListSaysATwice() {
        assertThat(Names.all().stream()
                        .filter(entry -> entry.name() != null)
                        .map(entry -> entry.kind() + " " + entry.number() + " " + entry.name()))
                .doesNotHaveDuplicates();
        assertThat(Names.all().stream()
                        .filter(entry -> entry.kind() != Kind.BUG_CHECK && entry.name() != null)
                        .map(Entry::name))
                .doesNotHaveDuplicates();
    }

    @Test
    void aMalformedListIsRefused() {
        assertThatThrownBy(() -> Entry.parse(Kind.OID, "# x\n\n0x01 OID-A\n"))
                .hasMessage("oids.txt: no number and name: 0x01 OID-A");
        assertThatThrownBy(() -> Entry.parse(Kind.OID, "one OID_A\n")).hasMessage("'one' is no number");
    }
}
