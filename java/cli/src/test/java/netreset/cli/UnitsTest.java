// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netreset.linux.guard.StateFolder;
import netreset.linux.state.Namespace;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The units for systemd let the program do what it does, and no more. */
@EnabledOnOs(OS.LINUX)
class UnitsTest {
    private static final Path UNITS = Path.of("../../native/systemd");
    private static final Pattern FAMILY = Pattern.compile("Socket\\.(AF_[A-Z0-9]+)");

    /** Named in the bodies of netlink messages; no socket is opened in them. */
    private static final Set<String> IN_MESSAGES = Set.of("AF_UNSPEC", "AF_BRIDGE", "AF_MPLS", "AF_XDP");

    @TempDir
    private Path folder;

    private static List<String> values(String unit, String key) throws IOException {
        return Files.readAllLines(UNITS.resolve(unit)).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    private static List<String> sources(String module) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../" + module + "/src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    /** By netreset itself, and by Java for its UNIX sockets. */
    private static Set<String> familiesOpened() throws IOException {
        Set<String> families = new TreeSet<>();
        for (String text : sources("core")) {
            FAMILY.matcher(text).results().map(found -> found.group(1)).forEach(families::add);
        }
        families.removeAll(IN_MESSAGES);
        assertThat(sources("cli")).anyMatch(text -> text.contains("StandardProtocolFamily.UNIX"));
        families.add("AF_UNIX");
        return families;
    }

    @Rule("L74")
    @ParameterizedTest
    @ValueSource(strings = {"netreset-soft.service", "netreset-hard.service", "netreset-helper.service"})
    void everyFamilyOfTheProgramsSocketsIsAllowedAndNoOther(String unit) throws IOException {
        assertThat(familiesOpened()).contains("AF_INET", "AF_INET6", "AF_NETLINK");
        assertThat(values(unit, "RestrictAddressFamilies"))
                .singleElement()
                .asString()
                .satisfies(allowed ->
                        assertThat(allowed.split(" ")).containsExactlyInAnyOrderElementsOf(familiesOpened()));
    }

    /** PrivateTmp would take the folder in /tmp along. */
    @Rule("L67")
    @Test
    void whatTheSoftUnitRemembersOutlivesItsRestart() throws IOException {
        String soft = "netreset-soft.service";
        String kept = "/run/" + values(soft, "RuntimeDirectory").get(0);
        assertThat(values(soft, "RuntimeDirectoryPreserve")).containsExactly("yes");
        assertThat(values(soft, "Environment"))
                .singleElement()
                .asString()
                .startsWith(StateFolder.VARIABLE + "=" + kept + "/");
    }

    /** Root's folder is one for all of root's processes. */
    @Rule("L33")
    @ParameterizedTest
    @ValueSource(strings = {"netreset-hard.service", "netreset-helper.service"})
    void unitsOfRootShareTheirLocksWithRoot(String unit) throws IOException {
        assertThat(values(unit, "User")).isEmpty();
        assertThat(values(unit, "DynamicUser")).isEmpty();
        assertThat(values(unit, "Environment")).isEmpty();
        assertThat(values(unit, "ReadWritePaths").get(0).split(" ")).contains("/run");
        assertThat(values("netreset-soft.service", "Conflicts")).containsExactly("netreset-hard.service");
    }

    /** In tenths, as systemd-analyze counts exposure; what was measured when the units were written. */
    @ParameterizedTest
    @CsvSource({"netreset-soft, 44", "netreset-hard, 56", "netreset-helper, 53"})
    void systemdFindsNothingWrongWithThem(String unit, String exposure) throws Exception {
        Path copy = folder.resolve(unit + ".service");
        String text = Files.readString(UNITS.resolve(unit + ".service"));
        Files.writeString(copy, text.replace("/usr/bin/netreset", "/bin/true"));
        Files.copy(UNITS.resolve("netreset-helper.socket"), folder.resolve("netreset-helper.socket"));
        assertThat(analyzed("verify", copy.toString())).isEqualTo("");
        analyzed("security", "--offline=true", "--no-pager", "--threshold=" + exposure, copy.toString());
    }

    private static String analyzed(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("systemd-analyze"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Namespace.skip("NO systemd-analyze HERE: " + e.getMessage());
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
