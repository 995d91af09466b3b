// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import netreset.abi.Constants;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Every constant of this package is what the C headers say, and the table has nothing else; see native/abi. */
class KernelAbiTest {
    private static final String TABLE = "linux-x86_64.txt";

    @Rule({"L1", "L2"})
    @Test
    void constantsAreWhatTheHeadersSay() throws Exception {
        Map<String, Long> table = Constants.ofTable(TABLE);
        Map<String, Long> constants = Constants.ofPackageWith(Sockios.class);
        table.keySet().removeIf(name -> name.startsWith("Errno.") && !constants.containsKey(name));

        assertThat(constants).hasSizeGreaterThan(100).containsExactlyInAnyOrderEntriesOf(table);
    }

    @Test
    void errnoSymbolsAreWhatTheHeadersSay() throws IOException {
        Map<String, Long> symbols = new TreeMap<>();
        for (int errno = 0; errno <= 4096; errno++) {
            String symbol = Errno.symbol(errno);
            if (!symbol.equals("errno " + errno)) {
                symbols.put("Errno." + symbol, (long) errno);
            }
        }
        Map<String, Long> table = Constants.ofTable(TABLE);
        table.keySet().removeIf(name -> !name.startsWith("Errno."));

        assertThat(symbols).hasSize(131).containsExactlyInAnyOrderEntriesOf(table);
    }
}
