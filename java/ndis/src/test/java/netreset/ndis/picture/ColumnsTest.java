// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "é, 1", "e\u0301, 1", "网卡, 4", "\ud83d\ude00, 2", "ｆ, 2", "→, 1", "█, 1", "한, 2"})
    void takeWhatATerminalTakes(String text, int width) {
        assertThat(Columns.width(text)).isEqualTo(width);
    }

    @Test
    void breakLinesAtSpacesOrWhereTheyMust() {
        assertThat(Columns.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(Columns.wrap("onetwothree", 4)).containsExactly("onet", "woth", "ree");
        assertThat(Columns.wrap("网卡网", 3)).containsExactly("网", "卡", "网");
        assertThat(Columns.wrap("", 3)).containsExactly("");
    }

    @Test
    void padAndCut() {
        assertThat(Columns.pad("网", 4)).isEqualTo("网  ");
        assertThat(Columns.pad("网卡", 3)).isEqualTo("网 ");
    }
}
