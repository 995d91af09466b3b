// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import netreset.bridge.Mprapi;
import org.junit.jupiter.api.Test;

class PerLibraryTest {
    @Test
    void eachLibraryIsAskedForItsOwnAddressesAtOnce() {
        List<String> ofFirst = new ArrayList<>();
        List<String> ofSecond = new ArrayList<>();
        Mprapi first = PerLibrary.mprapi(name -> count(ofFirst, name));
        Mprapi second = PerLibrary.mprapi(name -> count(ofSecond, name));
        assertThat(ofFirst).hasSize(18).contains("MprAdminPortReset").isEqualTo(ofSecond);
        assertThat(first.getClass()).isNotEqualTo(second.getClass());
    }

    @Test
    void whatSymbolsThrowIsThrown() {
        assertThatThrownBy(() -> PerLibrary.mprapi(name -> {
                    throw new IllegalArgumentException("no " + name);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no MprAdmin");
    }

    @Test
    void anErrorOfSymbolsIsThrownAsItIs() {
        Error error = new NoSuchMethodError("no such");
        assertThatThrownBy(() -> PerLibrary.mprapi(name -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    private static long count(List<String> names, String name) {
        names.add(name);
        return 0;
    }
}
