// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.OptionalLong;
import netreset.Reason;
import netreset.ResetException;
import netreset.Scope;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedScopeTest {
    private static int bits(Scope scope) throws ResetException {
        return RequestedScope.of(scope).bitsFor(null);
    }

    @Rule({"L2", "L3"})
    @ParameterizedTest
    @CsvSource({
        "mgmt,0x1",
        "irq,0x2",
        "dma,0x4",
        "filter,0x8",
        "offload,0x10",
        "mac,0x20",
        "phy,0x40",
        "ram,0x80",
        "ap,0x100",
        "mgmt-shared,0x10000",
        "phy-shared,0x400000",
        "ap-shared,0x1000000",
        "dedicated,0xffff",
        "all,0xffffffff"
    })
    void everyWordHasTheKernelsBits(String word, String bits) throws ResetException {
        assertThat(bits(Scope.of(word))).isEqualTo(Long.decode(bits).intValue());
    }

    @Rule("L3")
    @Test
    void wordsAreJoined() throws ResetException {
        assertThat(bits(Scope.of("mac", "phy-shared"))).isEqualTo(0x00400020);
        assertThat(bits(new Scope(List.of("mac"), OptionalLong.of(0x80)))).isEqualTo(0xa0);
    }

    @Rule("L3")
    @ParameterizedTest
    @ValueSource(strings = {"mac-dedicated", "all-shared", "MAC", "", "macphy", "function-shared"})
    void unknownWordsAreRefused(String word) {
        ResetException refused =
                catchThrowableOfType(ResetException.class, () -> RequestedScope.of(Scope.of("phy", word)));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST);
    }

    @Rule("L3")
    @Test
    void anEmptyScopeCannotBeMade() {
        assertThatThrownBy(Scope::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Rule({"L2", "L4", "L24"})
    @ParameterizedTest
    @ValueSource(longs = {0, -1, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void flagsOutOfRangeAreRefused(long flags) {
        ResetException refused =
                catchThrowableOfType(ResetException.class, () -> RequestedScope.of(Scope.ofFlags(flags)));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST);
    }

    @Rule({"L2", "L4"})
    @ParameterizedTest
    @ValueSource(longs = {1, 0x7fffffffL, 0x80000000L, 0xffffffffL})
    void flagsInRangeSurviveUnsigned(long flags) throws ResetException {
        assertThat(ResetFlags.mask(bits(Scope.ofFlags(flags))).unsigned()).isEqualTo(flags);
    }

    @Test
    void aRecipeWordStandsAlone() {
        assertThatThrownBy(() -> RequestedScope.of(Scope.of("function", "mac"))).hasMessageContaining("stands alone");
        assertThatThrownBy(() -> RequestedScope.of(new Scope(List.of("chip"), OptionalLong.of(1))))
                .hasMessageContaining("stands alone");
    }

    @Test
    void aDriverNobodyHasReadIsAskedForWhatIsItsOwn() throws ResetException {
        assertThat(RequestedScope.of(Scope.FUNCTION).bitsFor("nrtestnic")).isEqualTo(0xffff);
        ResetException refused = catchThrowableOfType(
                ResetException.class, () -> RequestedScope.of(Scope.CHIP).bitsFor("nrtestnic"));
        assertThat(refused.reason()).isEqualTo(Reason.FLAGS_REJECTED);
    }

    @Rule("L2")
    @Test
    void masksAreShownInWords() {
        assertThat(ResetFlags.mask(0x00400020).words()).containsExactly("mac", "phy-shared");
        assertThat(ResetFlags.mask(0x00400020).hex()).isEqualTo("0x00400020");
        assertThat(ResetFlags.mask(-1).words()).containsExactly("all");
        assertThat(ResetFlags.mask(-1).hex()).isEqualTo("0xffffffff");
        assertThat(ResetFlags.mask(0xfe20).words()).containsExactly("mac", "0xfe00");
        assertThat(ResetFlags.mask(0).isEmpty()).isTrue();
    }
}
