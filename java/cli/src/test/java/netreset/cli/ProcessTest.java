// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command in JVMs of its own: what only a process has, and other platforms as far as a system property makes them. */
@EnabledOnOs(OS.LINUX)
class ProcessTest {
    private static final String EVERYTHING = Jvm.classPathWithout();
    private static final List<String> GRANTED =
            Runtime.version().feature() >= 22 ? List.of("--enable-native-access=ALL-UNNAMED") : List.of();

    @TempDir
    private Path folder;

    @Test
    void exitsWithTheDocumentedCode() throws IOException, InterruptedException {
        Jvm.running().run(EVERYTHING, GRANTED, "reset", "nic:größe").failed(3, "größe");
        Ran list = Jvm.running().run(EVERYTHING, GRANTED, "list", "--json");
        assertThat(list.exit()).isZero();
        assertThat(list.out()).isNotEmpty();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void aMissingGrantNamesTheFlag() throws IOException, InterruptedException {
        Jvm.running()
                .run(Jvm.classPathWithout("jna"), List.of("--illegal-native-access=deny"), "list")
                .failed(5, "ffm", "--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void noBridgeAtAllSaysWhatToAdd() throws IOException, InterruptedException {
        Jvm.running()
                .run(Jvm.classPathWithout("jna", "ffm"), GRANTED, "list")
                .failed(5, "netreset-ffm", "netreset-jna");
    }

    @Test
    void java17TakesJnaAndSaysWhyNotFfm() throws IOException, InterruptedException {
        Optional<Jvm> old = Jvm.installed(17);
        assumeTrue(old.isPresent(), "SKIPPED: no Java 17 here");
        Ran doctor = old.get().run(EVERYTHING, List.of(), "doctor", "--json");

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.json().get("checks").toString()).contains("jna: available", "through jna");
        if (EVERYTHING.contains("/ffm/target/")) {
            assertThat(doctor.json().get("checks").toString()).contains("needs Java 22 or later, this is 17");
        }
    }

    @Test
    @Rule("L74")
    void elsewhereNothingNativeIsLoaded() throws IOException, InterruptedException {
        for (String system : List.of("Mac OS X", "SunOS")) {
            loaded("list", "-Dos.name=" + system).failed(5, "needs", system);
            assertThat(Files.readString(folder.resolve("classes"))).doesNotContain("com.sun.jna.Native ");
        }
        assertThat(loaded("list", "-Dos.name=Linux").exit()).isZero();
        assertThat(Files.readString(folder.resolve("classes")))
                .as("the same look does see it where it is loaded")
                .contains("com.sun.jna.Native ");
    }

    @Test
    @Rule("L74")
    void elsewhereDoctorSaysFailAndGoesOn() throws IOException, InterruptedException {
        Ran doctor = loaded("doctor", "-Dos.name=Mac OS X");

        assertThat(doctor.exit()).isEqualTo(5);
        assertThat(doctor.err()).isEmpty();
        assertThat(doctor.out()).last().isEqualTo("FAIL");
        assertThat(doctor.out()).anyMatch(line -> line.startsWith("FAIL  system     Mac OS X"));
        assertThat(Files.readString(folder.resolve("classes"))).doesNotContain("com.sun.jna.Native ");
    }

    private Ran loaded(String command, String property) throws IOException, InterruptedException {
        List<String> options = List.of(property, "-Xlog:class+load:file=" + folder.resolve("classes"));
        return Jvm.running().run(Jvm.classPathWithout("ffm"), options, command);
    }

    @Test
    @Rule("L23")
    void withoutPrivilegeNothingIsSaidToBeImpossible() throws IOException, InterruptedException {
        assumeTrue(isRootWithSetpriv(), "SKIPPED: needs root and setpriv");

        Ran list = unprivileged("list", "--json");
        assertThat(list.exit()).isZero();
        assertThat(list.out())
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(Schema.check(line).get("resettable").textValue())
                                .isNotEqualTo("no"));
        unprivileged("reset", "nic:lo", "--force", "loopback").failed(4, "CAP_NET_ADMIN");
        assertThat(unprivileged("doctor").out())
                .anyMatch(line -> line.startsWith("note  privilege  no CAP_NET_ADMIN"))
                .anyMatch(line -> line.startsWith("note  probe"));
    }

    private static boolean isRootWithSetpriv() throws IOException {
        return ProcessPrivileges.read().has(ProcessPrivileges.CAP_NET_ADMIN)
                && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
                && Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }

    private static Ran unprivileged(String... args) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/setpriv", "--bounding-set=-net_admin", "--inh-caps=-net_admin"));
        command.addAll(Jvm.running().command(EVERYTHING, GRANTED, Main.class, args));
        return Jvm.run(command);
    }

    @Test
    void aClosedPipeEndsQuietly() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "set -o pipefail; \"$@\" | head -1", "bash"));
        command.addAll(Jvm.running().command(EVERYTHING, GRANTED, ManyDevices.class));

        Ran head = Jvm.run(command);

        assertThat(head).isEqualTo(new Ran(0, List.of(head.out().get(0)), List.of()));
        assertThat(Schema.check(head.out().get(0)).get("id").textValue()).isEqualTo("nic:eth0");
    }
}
