// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;

/**
 * A run of the command in this JVM, for tests of other packages in lanes that have no parser of the schema.
 *
 * @param exit the exit code
 * @param out its lines on standard output
 * @param err its lines on standard error
 */
public record Here(int exit, List<String> out, List<String> err) {
    /** Runs it to its end. */
    public static Here run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(new Console(out, err, OptionalInt.empty()), args);
        return new Here(exit, Ran.lines(out.toByteArray()), Ran.lines(err.toByteArray()));
    }

    /** Checks that it ended with this code. */
    public Here exits(int code) {
        assertThat(exit).as("%s", this).isEqualTo(code);
        return this;
    }

    /** Checks that it failed with this code, nothing on standard output, and one plain line that says this. */
    public Here failed(int code, String... words) {
        exits(code);
        assertThat(out).isEmpty();
        assertThat(err).singleElement().asString().startsWith("netreset: ").contains(words);
        assertThat(err.get(0)).as("no exception's name").doesNotContain("Exception");
        return this;
    }
}
