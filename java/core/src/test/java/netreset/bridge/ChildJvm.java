// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netreset.ndis.NdisStatus;
import org.opentest4j.TestAbortedException;

/** Runs {@link PrintStatuses}, or another main class, in a JVM of its own, with the jars and flags that a test is about. */
public final class ChildJvm {
    private final Path javaHome;
    private final List<String> flags = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private Class<?> main = PrintStatuses.class;

    private ChildJvm(Path javaHome) {
        this.javaHome = javaHome;
    }

    /** The Java that runs this test. */
    public static ChildJvm current() {
        return new ChildJvm(Path.of(System.getProperty("java.home")));
    }

    /** A Java of that release: the running one, one beside it or one where Debian puts them; else the test is skipped. */
    public static ChildJvm ofRelease(int feature) {
        Path running = Path.of(System.getProperty("java.home"));
        Stream<Path> others =
                Stream.of(running.resolveSibling("."), Path.of("/usr/lib/jvm")).flatMap(ChildJvm::children);
        return Stream.concat(Stream.of(running), others)
                .filter(home -> isRelease(home, feature))
                .findFirst()
                .map(ChildJvm::new)
                .orElseThrow(() -> skipped(feature));
    }

    private static TestAbortedException skipped(int feature) {
        System.out.println("SKIPPED: no Java " + feature + " in /usr/lib/jvm");
        return new TestAbortedException("no Java " + feature);
    }

    public ChildJvm with(String... more) {
        flags.addAll(List.of(more));
        return this;
    }

    /** Another main class of core's tests, and its arguments. */
    public ChildJvm running(Class<?> mainClass, String... its) {
        main = mainClass;
        arguments.addAll(List.of(its));
        return this;
    }

    /** Core, its tests, and what the named classes come from on the class path; the lines of both outputs. */
    public List<String> onClassPath(Class<?>... classes) throws IOException, InterruptedException {
        String path = Stream.concat(
                        Stream.of(origin(Bridges.class), origin(PrintStatuses.class)),
                        Stream.of(classes).map(ChildJvm::origin))
                .distinct()
                .collect(Collectors.joining(":"));
        return run("--class-path", path, main.getName());
    }

    /** The same as modules; core's tests become part of core. */
    public List<String> onModulePath(Class<?>... classes) throws IOException, InterruptedException {
        String path = Stream.concat(
                        Stream.of(origin(Bridges.class), origin(NdisStatus.class)),
                        Stream.of(classes).map(ChildJvm::origin))
                .distinct()
                .collect(Collectors.joining(":"));
        return run(
                "--module-path",
                path,
                "--patch-module",
                "netreset.core=" + origin(PrintStatuses.class),
                "--module",
                "netreset.core/" + main.getName());
    }

    private List<String> run(String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(javaHome.resolve("bin/java").toString(), "-Xshare:auto"));
        command.addAll(flags);
        command.addAll(List.of(options));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("exit code " + process.exitValue() + " of " + command + "\n" + output);
        }
        return output.lines().toList();
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isRelease(Path home, int feature) {
        Path release = home.resolve("release");
        try {
            return Files.isRegularFile(release)
                    && Files.isExecutable(home.resolve("bin/java"))
                    && Files.readString(release).contains("JAVA_VERSION=\"" + feature + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
