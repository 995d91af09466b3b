// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of a JVM like this one.
 *
 * @param exit how its process ended
 * @param out its lines on standard output
 * @param err its lines on standard error
 */
record Child(int exit, List<String> out, List<String> err) {
    /** ERROR_INTERNAL_ERROR, winerror.h. */
    private static final String INTERNAL_ERROR = "error=1359";

    /** With this JVM's flags and class path. */
    static Child run(Class<?> main, String... args) throws Exception {
        return run(ManagementFactory.getRuntimeMXBean().getInputArguments(), main, args);
    }

    /** With other flags. */
    static Child run(List<String> flags, Class<?> main, String... args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java.exe");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return run(new ProcessBuilder(command));
    }

    /** Any program. */
    static Child run(ProcessBuilder program) throws Exception {
        // Not pipes: two of them would need a thread each. Named without a random number, which one leg has none of.
        File out = new File("child.out");
        File err = new File("child.err");
        Process process = started(program.redirectOutput(out).redirectError(err));
        process.getOutputStream().close();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("doesn't end: " + program.command());
        }
        return new Child(process.exitValue(), lines(out), lines(err));
    }

    /** Now and then Wine's server fails to make a process; that says nothing of ours. */
    private static Process started(ProcessBuilder program) throws Exception {
        for (int more = 4; ; more--) {
            try {
                return program.start();
            } catch (IOException e) {
                if (more == 0 || !String.valueOf(e.getMessage()).contains(INTERNAL_ERROR)) {
                    throw e;
                }
                System.err.println("once more, after " + e.getMessage());
                Thread.sleep(500);
            }
        }
    }

    private static List<String> lines(File file) throws Exception {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8).lines().toList();
    }
}
