// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java of this machine, to run the command in a process of its own. */
record Jvm(Path home) {
    static Jvm running() {
        return new Jvm(Path.of(System.getProperty("java.home")));
    }

    /** The one with this feature version, where Debian and Adoptium put theirs. */
    static Optional<Jvm> installed(int feature) throws IOException {
        Path folder = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder)) {
                for (Path home : homes) {
                    if (hasVersion(home, feature)) {
                        return Optional.of(new Jvm(home));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasVersion(Path home, int feature) throws IOException {
        Path release = home.resolve("release");
        return Files.exists(release)
                && Files.readString(release).contains("JAVA_VERSION=\"" + feature + ".")
                && Files.isExecutable(home.resolve("bin/java"));
    }

    /** This test's own class path, without these of netreset's modules. */
    static String classPathWithout(String... modules) {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> Stream.of(modules)
                        .noneMatch(module -> entry.contains("/" + module + "/target/")
                                || entry.contains("netreset-" + module + "-")))
                .collect(Collectors.joining(":"));
    }

    /** Arguments of a java command that runs the main class. */
    List<String> command(String classPath, List<String> options, Class<?> main, String... args) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** Runs netreset. */
    Ran run(String classPath, List<String> options, String... args) throws IOException, InterruptedException {
        return run(command(classPath, options, Main.class, args));
    }

    /** Runs any command to its end. */
    static Ran run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("netreset", ".out");
        Path err = Files.createTempFile("netreset", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            assertThat(ended).as("ends: %s", command).isTrue();
            return new Ran(process.exitValue(), Ran.lines(Files.readAllBytes(out)), Ran.lines(Files.readAllBytes(err)));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
