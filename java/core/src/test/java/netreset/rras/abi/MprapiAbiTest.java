// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

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

/** Every constant of this package is what mingw-w64's headers say; see native/abi. The table has some more. */
class MprapiAbiTest {
    private static final String TABLE = "/netreset/abi/mprapi-x64.txt";

    @Rule("P11")
    @Test
    void constantsAreWhatTheHeadersSay() throws Exception {
        Map<String, Long> constants = constants();
        assertThat(constants).hasSizeGreaterThan(250);
        assertThat(table()).containsAllEntriesOf(constants);
    }

    /** What nobody may get wrong, said once more by hand. */
    @Rule("P11")
    @Test
    void portsAreAsWideAsOnWindows() {
        assertThat(RasPort0.SIZE).isEqualTo(392);
        assertThat(RasPort0.WSZ_DEVICE_TYPE).isEqualTo(354);
        assertThat(RasPort1.SIZE).isEqualTo(72);
        assertThat(RasConnectionEx.SIZE).isEqualTo(1672);
    }

    /** Values as the table has them: unsigned 32 bits. */
    private static Map<String, Long> constants() throws Exception {
        Map<String, Long> constants = new TreeMap<>();
        Path classes = Path.of(RasPort0.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(classes.resolve("netreset/rras/abi"), "*.class")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".class", "");
                addConstants(Class.forName("netreset.rras.abi." + name), constants);
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
        try (InputStream in = requireNonNull(MprapiAbiTest.class.getResourceAsStream(TABLE))) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                String[] words = line.split(" ", 2);
                assertThat(table.put(words[0], Long.valueOf(words[1]))).as(line).isNull();
            });
        }
        return table;
    }
}
