// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** netreset.cmd with its jars in a folder lib beside it, started as Task Scheduler and an administrator's shell do. */
class LauncherWinIT {
    private static final Path FOLDER = Path.of("the launcher");
    private static final Pattern JARS =
            Pattern.compile("(netreset-(cli|core|ndis|ffm|jna)-.*(?<!-tests)|jna-jpms.*|gson.*|picocli.*)\\.jar");

    private final Map<String, String> java = Map.of("NETRESET_JAVA", System.getProperty("java.home"));

    LauncherWinIT() throws Exception {
        Files.createDirectories(FOLDER.resolve("lib"));
        List<Path> jars = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .toList();
        copy(jars.get(0).resolveSibling("netreset.cmd"), FOLDER);
        for (Path jar : jars) {
            if (JARS.matcher(jar.getFileName().toString()).matches()) {
                copy(jar, FOLDER.resolve("lib"));
            }
        }
    }

    private static void copy(Path file, Path folder) throws Exception {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Child launch(Path folder, Map<String, String> environment, String... args) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(folder.resolve("netreset.cmd").toAbsolutePath().toString()));
        command.addAll(List.of(args));
        ProcessBuilder launcher = new ProcessBuilder(command);
        launcher.environment().remove("JAVA_HOME");
        launcher.environment().putAll(environment);
        Child child = Child.run(launcher);
        // Wine 8 has no processor groups, of which Java 25 warns; and a machine may be slow.
        return new Child(
                child.exit(),
                child.out(),
                child.err().stream()
                        .filter(line -> !line.contains("process group affinity") && !line.contains(": waiting for "))
                        .toList());
    }

    private Child launch(String... args) throws Exception {
        return launch(FOLDER, java, args);
    }

    @Test
    void resultsAndNothingElseAreOnStandardOutput() throws Exception {
        assertThat(launch("ras", "ports", "--json")).isEqualTo(new Child(0, List.of(), List.of()));
        Child doctor = launch("ras", "doctor", "--json");
        assertThat(doctor.exit()).as("%s", doctor).isZero();
        assertThat(doctor.out()).hasSize(1);
        JsonObject json = JsonParser.parseString(doctor.out().get(0)).getAsJsonObject();
        assertThat(json.get("checks").toString())
                .containsIgnoringCase(Leg.LIBRARY.replace("\\", "\\\\"))
                .contains("through " + Leg.bridgeName());
    }

    @Test
    void helpIsThere() throws Exception {
        Child help = launch("--help");
        assertThat(help.exit()).as("%s", help).isZero();
        assertThat(help.out().get(0)).startsWith("Usage: netreset");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void theExitCodePasses() throws Exception {
        assertThat(launch("bogus").exit()).isEqualTo(2);
        assertThat(launch("reset", "ras:VPN9-0").exit()).isEqualTo(3);
    }

    @Test
    void argumentsPassAsTheyWere() throws Exception {
        Path near = Files.writeString(Path.of("VPN9-near.txt"), "");
        Child several = launch("ras", "disconnect", "a b", "wow!", "gr\u00f6\u00dfe", "\"c&d\"", "(e)");
        assertThat(several.exit()).as("%s", several).isEqualTo(3);
        assertThat(several.err())
                .containsExactly(
                        "netreset: no port is called a b",
                        "netreset: no port is called wow!",
                        "netreset: no port is called gr\u00f6\u00dfe",
                        "netreset: no port is called c&d",
                        "netreset: no port is called (e)");
        // In quotes; else java.exe makes it the name of the file.
        Child glob = launch("ras", "disconnect", "\"VPN9-*\"");
        assertThat(glob)
                .isEqualTo(new Child(0, List.of(), List.of("netreset: no port meets these conditions: nothing to do")));
        Files.delete(near);
    }

    @Test
    void theJavaIsTheOneThatIsNamed() throws Exception {
        String home = System.getProperty("java.home");
        for (Map<String, String> named : List.of(
                Map.of("NETRESET_JAVA", home + "\\bin\\java.exe"),
                Map.of("NETRESET_JAVA", '"' + home + '"'),
                Map.of("JAVA_HOME", home),
                Map.of("JAVA_HOME", '"' + home + '"'))) {
            Child version = launch(FOLDER, named, "--version");
            assertThat(version.exit()).as("%s: %s", named, version).isZero();
            assertThat(version.out()).singleElement().asString().startsWith("netreset ");
        }
        Child none = launch(FOLDER, Map.of("NETRESET_JAVA", "C:\\no where", "JAVA_HOME", home), "--version");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).containsExactly("netreset: NETRESET_JAVA names no Java 17 or later: \"C:\\no where\"");
    }

    @Test
    void withoutJarsItSaysWhatToDo() throws Exception {
        Path bare = Files.createDirectories(Path.of("no jars"));
        copy(FOLDER.resolve("netreset.cmd"), bare);
        Child child = launch(bare, java, "--version");
        assertThat(child.exit()).isEqualTo(1);
        assertThat(child.err()).singleElement().asString().contains("not built", "mvn -DskipTests package");
    }
}
