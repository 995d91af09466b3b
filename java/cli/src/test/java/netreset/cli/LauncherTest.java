// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script itself, in a clone whose Java and Maven are scripts that tell how they were called. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    private static final Path SCRIPT =
            Path.of("..", "netreset").toAbsolutePath().normalize();
    private static final String JAVA =
            "#!/bin/bash\n[[ $* == *ArchiveClassesAtExit* || $* == *AOTCacheOutput* ]] || printf '%s\\n' \"$0\" \"$@\" \"LC_ALL=$LC_ALL\" \"COLUMNS=$COLUMNS\"";
    private static final String TRACING_JAVA =
            JAVA.replace("bash\n", "bash\n[[ $* != *TRACE_RESOLVE* ]] || echo '[LF_RESOLVE] x'\n");
    /** Makes an image whose java is the JDK's own; it makes a cache where it shall. */
    private static final String JLINK = """
            #!/bin/bash
            while [[ $1 != --output ]]; do
                if [[ $1 == --add-modules ]]; then echo "$2" >> "$(dirname "$0")/../linked"; fi
                shift
            done
            mkdir -p "$2/bin"
            sed '2i [[ "$*" != *AOTCacheOutput=* ]] || echo x > "${0%/bin/java}/netreset.aot"' "$(dirname "$0")/java" > "$2/bin/java"
            chmod +x "$2/bin/java"
            """;

    private static final String MAVEN = """
            #!/bin/bash
            out=java/cli/target
            if [[ $* == *java17* ]]; then out=java/cli/target/java17; fi
            echo "$*" >> built
            mkdir -p $out/lib
            touch $out/netreset-cli-1.2.jar $out/lib/netreset-{core,ndis,jna}-1.2.jar
            if [[ $* != *java17* ]]; then touch $out/lib/netreset-ffm-1.2.jar; fi
            """;

    @TempDir
    private Path temporary;

    private Path clone = Path.of("");

    @BeforeEach
    void makeClone() throws IOException {
        clone = temporary.resolve("a clone");
        for (String module : List.of("core", "ndis", "jna", "ffm", "cli")) {
            Files.createDirectories(clone.resolve("java").resolve(module).resolve("src/main"));
            Files.writeString(clone.resolve("java").resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(
                clone.resolve("pom.xml"), "<project>\n  <version>1.2</version>\n  <x>\n<version>9</version>\n");
        Files.copy(SCRIPT, clone.resolve("java/netreset"));
        Files.copy(SCRIPT.resolveSibling("link-image"), clone.resolve("java/link-image"));
        script(temporary.resolve("bin/mvn"), MAVEN);
    }

    private static Path script(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path jdk(int version) throws IOException {
        Path home = temporary.resolve("jdk " + version);
        script(home.resolve("bin/java"), JAVA);
        script(home.resolve("bin/javac"), JAVA);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
        return home;
    }

    private Ran launch(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("env", "-i", "PATH=" + temporary.resolve("bin") + ":/usr/bin:/bin"));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.add(clone.resolve("java/netreset").toString());
        command.addAll(List.of(args));
        return Jvm.run(command);
    }

    /** As Maven alone would: the launcher hears of it by the jar. */
    private void buildCore() throws IOException, InterruptedException {
        Thread.sleep(20);
        Files.setLastModifiedTime(
                clone.resolve("java/cli/target/lib/netreset-core-1.2.jar"), FileTime.from(Instant.now()));
    }

    private List<String> builds() throws IOException {
        Path built = clone.resolve("built");
        return Files.exists(built) ? Files.readAllLines(built) : List.of();
    }

    @Test
    void buildsOnceAndStartsTheNewestJava() throws IOException, InterruptedException {
        Path home = jdk(99);
        Ran first = launch(Map.of("JAVA_HOME", home.toString()), "reset", "a b", "");
        Ran second = launch(Map.of("JAVA_HOME", home.toString()), "reset", "a b", "");

        assertThat(first.exit()).isZero();
        assertThat(first.err()).singleElement().asString().startsWith("netreset: building");
        assertThat(first.out())
                .startsWith(home.resolve("bin/java").toString())
                .contains("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "LC_ALL=C.UTF-8")
                .containsSequence("netreset.cli.Main", "reset", "a b", "");
        assertThat(first.out())
                .contains(clone + "/java/cli/target/netreset-cli-1.2.jar:" + clone + "/java/cli/target/lib/*");
        assertThat(second).isEqualTo(new Ran(0, first.out(), List.of()));
        assertThat(builds()).hasSize(1);
    }

    @Test
    void buildsAgainWhatIsOlderThanItsSource() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk(99).toString());
        launch(environment);
        Thread.sleep(20);
        Files.writeString(clone.resolve("java/core/src/main/New.java"), "");

        assertThat(launch(environment).err()).hasSize(1);
        assertThat(launch(environment).err()).isEmpty();
        assertThat(builds()).hasSize(2);
    }

    @Test
    void linksAnImageForEachBuildAndStartsThat() throws IOException, InterruptedException {
        Path home = jdk(25);
        script(home.resolve("bin/java"), TRACING_JAVA);
        script(home.resolve("bin/jlink"), JLINK);
        Map<String, String> environment = Map.of("NETRESET_JAVA", home.toString());

        Ran first = launch(environment, "list", "a b");
        Ran second = launch(environment, "list", "a b");

        Path image = clone.resolve("java/cli/target/image-jdk 25-25.0.1");
        assertThat(first.exit()).isZero();
        assertThat(first.err())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("netreset: building"),
                        line -> assertThat(line).startsWith("netreset: linking"));
        assertThat(first.out())
                .startsWith(image.resolve("bin/java").toString())
                .contains(
                        "-XX:AOTCache=" + image.resolve("netreset.aot"),
                        "--enable-native-access=netreset.ffm,com.sun.jna")
                .containsSequence("-m", "netreset.cli/netreset.cli.Main", "list", "a b");
        assertThat(second).isEqualTo(new Ran(0, first.out(), List.of()));
        assertThat(Files.readAllLines(home.resolve("linked")))
                .containsExactly("netreset.cli,netreset.core,netreset.ffm,netreset.jna,netreset.ndis");

        buildCore();
        assertThat(launch(environment, "list").err()).singleElement().asString().startsWith("netreset: linking");
        assertThat(Files.readAllLines(home.resolve("linked"))).hasSize(2);

        script(home.resolve("bin/jlink"), "#!/bin/bash\nexit 1\n");
        buildCore();
        assertThat(launch(environment, "list").out())
                .as("not of the jars of before")
                .startsWith(home.resolve("bin/java").toString());
    }

    @Test
    void startsFromTheJarsWhereLinkingFails() throws IOException, InterruptedException {
        Path home = jdk(25);
        script(home.resolve("bin/jlink"), "#!/bin/bash\necho tried >> '" + clone + "/tried'\nexit 1\n");
        script(home.resolve("bin/java"), TRACING_JAVA);
        Map<String, String> environment = Map.of("NETRESET_JAVA", home.toString());

        Ran first = launch(environment, "list");
        Ran second = launch(environment, "list");

        assertThat(first.out())
                .startsWith(home.resolve("bin/java").toString())
                .containsSequence("netreset.cli.Main", "list");
        assertThat(second).isEqualTo(new Ran(0, first.out(), List.of()));
        assertThat(Files.readAllLines(clone.resolve("tried"))).hasSize(1);
    }

    @Test
    void takesTheJavaItIsTold() throws IOException, InterruptedException {
        String newest = jdk(99).toString();
        Path told = jdk(17);
        for (Path java : List.of(told, told.resolve("bin/java"))) {
            Ran ran = launch(Map.of("JAVA_HOME", newest, "NETRESET_JAVA", java.toString()), "list");
            assertThat(ran.out())
                    .startsWith(told.resolve("bin/java").toString())
                    .doesNotContain("--enable-native-access=ALL-UNNAMED");
        }
        launch(Map.of("NETRESET_JAVA", "/nowhere"), "list").failed(1, "NETRESET_JAVA", "'/nowhere'");
    }

    @Test
    void worksThroughALinkAndFromAnywhere() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), clone.resolve("java/netreset"));
        String home = jdk(99).toString();

        Ran ran = Jvm.run(List.of(
                "env",
                "-C",
                "/",
                "JAVA_HOME=" + home,
                "PATH=" + temporary.resolve("bin") + ":/usr/bin:/bin",
                link.toString()));

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("netreset.cli.Main");
    }

    @Test
    void tellsTheWidthOfATerminalAndOfNothingElse() throws IOException, InterruptedException {
        String home = jdk(99).toString();
        String launch = "COLUMNS=7 JAVA_HOME='" + home + "' '" + clone + "/java/netreset'";

        Ran ran = Jvm.run(List.of(
                "env",
                "PATH=" + temporary.resolve("bin") + ":/usr/bin:/bin",
                "script",
                "-qec",
                "stty cols 61; " + launch + " | cat; " + launch,
                "/dev/null"));

        assertThat(ran.out().stream().filter(line -> line.startsWith("COLUMNS=")))
                .containsExactly("COLUMNS=", "COLUMNS=61");
    }

    @Test
    void saysThatTheBuildFailed() throws IOException, InterruptedException {
        script(temporary.resolve("bin/mvn"), "#!/bin/bash\necho why\nexit 1\n");

        Ran ran = launch(Map.of("JAVA_HOME", jdk(99).toString()), "list");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).hasSize(3).contains("why", "netreset: the build failed, see above");
    }
}
