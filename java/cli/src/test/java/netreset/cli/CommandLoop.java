// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Runs one command after the other in one JVM, for the lab's legs: on an emulated CPU the start of a JVM takes five seconds.
 * Standard input has, for each, the number of its arguments and the arguments, a line each; standard output gets its exit code.
 */
final class CommandLoop {
    private CommandLoop() {}

    /** Takes the files that get a command's standard output and standard error. */
    public static void main(String[] files) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String count = in.readLine(); count != null; count = in.readLine()) {
            String[] args = new String[Integer.parseInt(count)];
            for (int i = 0; i < args.length; i++) {
                args[i] = in.readLine();
            }
            System.out.println(run(Path.of(files[0]), Path.of(files[1]), args));
        }
    }

    private static int run(Path outFile, Path errFile, String... args) throws Exception {
        try (OutputStream out = Files.newOutputStream(outFile);
                OutputStream err = Files.newOutputStream(errFile)) {
            return Main.run(new Console(out, err, OptionalInt.empty()), args);
        }
    }
}
