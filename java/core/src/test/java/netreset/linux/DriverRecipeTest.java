// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import netreset.ResetException;
import netreset.Scope;
import netreset.linux.DriverModels.Effect;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes against models of the drivers they are for. */
class DriverRecipeTest {
    /** What a word may come to. On sfc_siena and EF10 nothing less than the port can be had for "function". */
    private static final Map<String, Set<String>> MEANING = Map.of(
            "minimal", Set.of("function", "port", "chip", "transceiver", "invisible"),
            "function", Set.of("function", "port"),
            "chip", Set.of("chip", "function"));

    private static DriverRecipe recipe(String model) {
        return DriverRecipe.of(model.replaceFirst(" .*", ""));
    }

    @Rule("L77")
    @Test
    void noRecipeDisablesADeviceAndEachDoesWhatItsWordSays() {
        DriverModels.ALL.forEach((name, model) -> {
            for (String word : DriverRecipe.WORDS) {
                OptionalInt bits = recipe(name).bits(word);
                if (bits.isPresent() && !isRefusedByVirtualFunction(name, word)) {
                    Effect effect = model.apply(bits.getAsInt());
                    assertThat(effect.result()).as("%s %s", name, word).isZero();
                    assertThat(effect.what()).as("%s %s", name, word).isIn(MEANING.get(word));
                }
            }
        });
    }

    /** A virtual function calls itself by the same name, and refuses. */
    private static boolean isRefusedByVirtualFunction(String model, String word) {
        return model.equals("hns3 virtual function") && word.equals("chip");
    }

    @Test
    void everyModelHasARecipeAndEveryRecipeAModel() {
        DriverModels.ALL
                .keySet()
                .forEach(model -> assertThat(recipe(model)).as(model).isNotNull());
        DriverRecipe.all().forEach(recipe -> assertThat(DriverModels.ALL).containsKey(recipe.driver()));
    }

    @Rule("L77")
    @ParameterizedTest
    @CsvSource({
        "0x00000001, true",
        "0x0000ffff, true",
        "0x00000021, true",
        "0x00600001, false",
        "0x00200001, false",
        "0x00600000, false",
        "0x00000020, false",
        "0xffffffff, false"
    })
    void aMaskThatSwitchesAnEf100OffIsKnown(String mask, boolean disables) {
        int bits = Long.decode(mask).intValue();
        IntFunction<Effect> ef100 = DriverModels.ALL.get("sfc EF100");
        assertThat(ef100.apply(bits).what().equals("disabled")).isEqualTo(disables);
        assertThat(DriverRecipe.disablesDevice("sfc", bits)).isEqualTo(disables);
        assertThat(DriverRecipe.disablesDevice("hns3", bits)).isFalse();
    }

    @Test
    void aWordTheDriverLacksIsRefusedWithWhatItHas() {
        assertThatThrownBy(() -> RequestedScope.of(Scope.FUNCTION).bitsFor("bnxt_en"))
                .isInstanceOf(ResetException.class)
                .hasMessageContaining("no function reset")
                .hasMessageContaining("chip 0x00ff0000")
                .hasMessageContaining("every function on the chip");
        assertThatThrownBy(() -> RequestedScope.of(Scope.CHIP).bitsFor("gve"))
                .hasMessageContaining("function 0xffffffff");
    }
}
