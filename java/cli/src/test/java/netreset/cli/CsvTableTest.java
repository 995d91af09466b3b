// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final Field<String> TEXT = new Field<>("text", text -> text);

    private static String csv(List<String> things, List<Field<String>> fields) {
        StringWriter csv = new StringWriter();
        new CsvTable<>(fields).print(new PrintWriter(csv), things);
        return csv.toString();
    }

    private static String cell(String text) {
        String csv = csv(List.of(text), List.of(TEXT));
        assertThat(csv).startsWith("text\r\n").endsWith("\r\n");
        return csv.substring("text\r\n".length(), csv.length() - 2);
    }

    @Test
    void onlyTextIsQuoted() {
        String csv = csv(
                List.of("a,b"),
                List.of(
                        TEXT,
                        new Field<>("size", text -> (long) text.length()),
                        new Field<>("empty", String::isEmpty),
                        new Field<>("nothing", text -> null)));

        assertThat(csv).isEqualTo("text,size,empty,nothing\r\n\"a,b\",3,false,\r\n");
    }

    @Test
    void nothingHasAHeaderToo() {
        assertThat(csv(Collections.emptyList(), List.of(TEXT))).isEqualTo("text\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\uff1dcmd|' /C calc'!A0", "=\"x\""})
    @Rule("P54")
    void aFormulaIsText(String text) {
        assertThat(cell(text)).isEqualTo("\"'" + text.replace("\"", "\"\"") + "\"");
    }

    @ParameterizedTest
    @CsvSource({"VPN2-17,VPN2-17", "'a \"b\"','a \"\"b\"\"'", "x=1,x=1", "'',''"})
    void whatIsNoneStaysAsItIs(String text, String cell) {
        assertThat(cell(text)).isEqualTo('"' + cell + '"');
    }

    @Test
    @Rule("P54")
    void aCellIsOneCellOfOneLine() {
        assertThat(cell("a\r\nb\t=1\u001b[2J\u202e\ud800"))
                .isEqualTo("\"a\\u000d\\u000ab\\u0009=1\\u001b[2J\\u202e\\ud800\"");
    }
}
