// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;
import netreset.rras.RasServer;

/**
 * How a run of the command ended. What it printed as JSON has been checked against the schema.
 *
 * @param exit the exit code
 * @param out its lines on standard output
 * @param err its lines on standard error
 */
record Ran(int exit, List<String> out, List<String> err) {
    Ran {
        if (out.stream().anyMatch(line -> line.startsWith("{"))) {
            out.forEach(Schema::check);
        }
    }

    /** Runs it in this JVM. */
    static Ran here(String... args) {
        return here(RasServer::connect, args);
    }

    /** Likewise, with this way to a Routing and Remote Access server. */
    static Ran here(RasConnector connector, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(new Console(out, err, OptionalInt.empty()), connector, args);
        return new Ran(exit, lines(out.toByteArray()), lines(err.toByteArray()));
    }

    static List<String> lines(byte[] bytes) {
        return new String(bytes, UTF_8).lines().toList();
    }

    /** The only line of JSON. */
    JsonNode json() {
        assertThat(out).hasSize(1);
        return Schema.check(out.get(0));
    }

    /** Checks that it failed with this code, nothing on standard output, and one plain line that says this. */
    Ran failed(int code, String... words) {
        assertThat(exit).as("%s", this).isEqualTo(code);
        assertThat(out).isEmpty();
        return said(words);
    }

    /** Checks that there is one line for a person, with all this in it; on a slow machine also what is waited for. */
    Ran said(String... words) {
        List<String> lines =
                err.stream().filter(line -> !line.contains(": waiting for ")).toList();
        assertThat(lines).singleElement().asString().startsWith("netreset: ").contains(words);
        assertThat(lines.get(0)).as("no exception's name").doesNotContain("Exception");
        return this;
    }
}
