// SPDX-License-Identifier: Apache-2.0
package netreset.abi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** C's constants by {@code Class.NAME}: as Java has them, and as the tables of native/abi do, unsigned 32 bits. */
public final class Constants {
    private Constants() {}

    /** Every primitive one of a package. */
    public static Map<String, Long> ofPackageWith(Class<?> one)
            throws IOException, URISyntaxException, ReflectiveOperationException {
        Map<String, Long> constants = new TreeMap<>();
        Path classes =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path folder = classes.resolve(one.getPackageName().replace('.', '/'));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.class")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".class", "");
                add(Class.forName(one.getPackageName() + "." + name), constants);
            }
        }
        return constants;
    }

    private static void add(Class<?> of, Map<String, Long> constants) throws IllegalAccessException {
        for (Field field : of.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType().isPrimitive()) {
                field.setAccessible(true);
                long value = ((Number) requireNonNull(field.get(null))).longValue();
                long unsigned = field.getType() == int.class ? value & 0xffff_ffffL : value;
                constants.put(of.getSimpleName() + "." + field.getName(), unsigned);
            }
        }
    }

    /** Those of a table beside this class; none may be there twice. */
    public static Map<String, Long> ofTable(String name) throws IOException {
        Map<String, Long> table = new TreeMap<>();
        try (InputStream in = requireNonNull(Constants.class.getResourceAsStream(name))) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                String[] words = line.split(" ", 2);
                assertThat(table.put(words[0], Long.valueOf(words[1]))).as(line).isNull();
            });
        }
        return table;
    }
}
