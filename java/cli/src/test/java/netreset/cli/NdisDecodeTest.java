// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NdisDecodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0xC001000D", "3221291021", "-1073676275", "NDIS_STATUS_RESET_IN_PROGRESS"})
    void aStatusWithItsFieldsAndItsTwin(String text) {
        assertThat(Ran.here("ndis", "decode", text).out())
                .containsExactly(
                        "0xC001000D  NDIS_STATUS_RESET_IN_PROGRESS  status",
                        "  meaning    refused or aborted because of a reset, or a reset call while one is active; the one that NDIS and its drivers pass to each other",
                        "  severity   error (3)",
                        "  facility   0x001, NDIS's own, of ndis.h",
                        "  code       0x000D (13)",
                        "  twin       0xC023000D STATUS_NDIS_RESET_IN_PROGRESS: the NTSTATUS for IRPs and user mode; NDIS and its drivers pass the twin of facility 0x001 to each other; only the facility differs");
    }

    @Test
    void allMeaningsAreThere() {
        assertThat(Ran.here("ndis", "decode", "0x25").out())
                .filteredOn(line -> !line.startsWith(" "))
                .containsExactly(
                        "0x7C/0x25  NDIS_BUGCHECK_WATCHDOG  bug check",
                        "0x15E/0x25  NDIS_BUGCHECK_WATCHDOG  bug check",
                        "0x7C/0x25/0x25  NDIS_BUGCHECK_WATCHDOG_MINIPORT_IDLE  bug check",
                        "0x15E/0x25/0x25  NDIS_BUGCHECK_WATCHDOG_MINIPORT_IDLE  bug check");
    }

    @Test
    void theUnknownIsSaidToBe() {
        assertThat(Ran.here("ndis", "decode", "0xC0231FFF").out())
                .containsExactly(
                        "0xC0231FFF  unknown status",
                        "  severity   error (3)",
                        "  facility   0x023, NDIS, of ntstatus.h",
                        "  code       0x1FFF (8191)");
        assertThat(Ran.here("ndis", "decode", "10400").out().get(0)).isEqualTo("0x000028A0  event log code");
    }

    @Test
    void jsonTellsTheKnownFromTheUnknown() {
        JsonNode known = Ran.here("ndis", "decode", "0x7C/0x0F", "--json").json();
        assertThat(known.get("kind").textValue()).isEqualTo("meaning");
        assertThat(known.get("of").textValue()).isEqualTo("bug-check");
        assertThat(known.get("known").booleanValue()).isTrue();
        assertThat(known.get("number").textValue()).isEqualTo("0x7C/0x0F");
        assertThat(known.get("numberValue").longValue()).isEqualTo(15);
        assertThat(known.get("name").textValue()).isEqualTo("NDIS_BUGCHECK_RESET_COMPLETE_UNEXPECTED");

        JsonNode unknown = Ran.here("ndis", "decode", "--json", "0xEFFFFFFF").json();
        assertThat(unknown.get("known").booleanValue()).isFalse();
        assertThat(unknown.get("of").textValue()).isEqualTo("status");
        assertThat(unknown.get("numberValue").longValue()).isEqualTo(0xEFFFFFFFL);
        assertThat(unknown.get("name").isNull()).isTrue();
        assertThat(unknown.at("/details/0/name").textValue()).isEqualTo("severity");
    }

    @Test
    void severalAtOnce() {
        List<String> out = Ran.here("ndis", "decode", "OID_GEN_RESET_COUNTS", "5002", "--json")
                .out();

        assertThat(out.stream()
                        .map(Schema::check)
                        .map(meaning -> meaning.get("of").textValue()))
                .containsExactly("oid", "event");
    }

    @Test
    void nothingIsPrintedIfOneIsWrong() {
        Ran.here("ndis", "decode", "0x7C", "RESET_SOON")
                .failed(
                        2,
                        "'RESET_SOON' is no number, and nothing known here is called so",
                        "(see netreset ndis decode");
        Ran.here("ndis", "decode", "\u001b[2J").failed(2, "'\\u001b[2J'");
    }
}
