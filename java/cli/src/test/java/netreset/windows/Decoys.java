// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where the lane plants a mprapi.dll that ends whoever loads it with exit code 86. */
final class Decoys {
    private Decoys() {}

    /** That they lie there: else a test that loads none shows nothing. */
    static void check() {
        assertThat(Path.of(System.getProperty("java.home"), "bin", "mprapi.dll"))
                .as("beside java.exe")
                .exists();
        assertThat(Path.of("mprapi.dll")).as("in the working folder").exists();
        assertThat(Pattern.compile(File.pathSeparator).splitAsStream(System.getenv("PATH")))
                .as("on PATH")
                .anyMatch(folder -> Files.exists(Path.of(folder, "mprapi.dll"))
                        && !folder.toLowerCase(Locale.ROOT).contains("system32"));
    }
}
