// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Every constant of this package is what the C headers say, and the table has nothing else; see native/abi. */
class KernelAbiTest {
    private static final String TABLE = "/netreset/abi/linux-x86_64.txt";

    @Rule({"L1", "L2"})
    @Test
    void constantsAreWhatTheHeadersSay() throws Exception {
        Map<String, Long> table = table();
        Map<String, Long> constants = constants();
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
        Map<String, Long> table = table();
        table.keySet().removeIf(name -> !name.startsWith("Errno."));

        assertThat(symbols).hasSize(131).containsExactlyInAnyOrderEntriesOf(table);
    }

    /** Values as the table has them: unsigned 32 bits. */
    private static Map<String, Long> constants() throws Exception {
        Map<String, Long> constants = new TreeMap<>();
        Path classes = Path.of(Sockios.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(classes.resolve("netreset/linux/abi"), "*.class")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".class", "");
                addConstants(Class.forName("netreset.linux.abi." + name), constants);
            }
        }
        return constants;
    }

    private static void addConstants(Class<?> of, Map<String, Long> constants) throws IllegalAccessException {
        for (Field field : of.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType().isPrimitive()) {
                field.setAccessible(true);
                long value = ((Number) requireNonNull(field.get(null))).longValue();
                long unsigned = field.getType() == int.class ? value & 0xffff_ffffL : value;
                constants.put(of.getSimpleName() + "." + field.getName(), unsigned);
            }
        }
    }

    private static Map<String, Long> table() throws IOException {
        Map<String, Long> table = new TreeMap<>();
        try (InputStream in = requireNonNull(KernelAbiTest.class.getResourceAsStream(TABLE))) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                String[] words = line.split(" ", 2);
                assertThat(table.put(words[0], Long.valueOf(words[1]))).as(line).isNull();
            });
        }
        return table;
    }
}
