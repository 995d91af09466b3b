// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreset.bridge.Bridge;
import netreset.linux.state.Namespace;
import netreset.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A helper that systemd starts at the first connection, acting for real on a veth that it takes for a PCI device's. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class HelperActivationTest {
    private static final Path ACTIVATE = Path.of("/usr/bin/systemd-socket-activate");

    @TempDir
    private Path folder;

    private ConfiguredNic nic;
    private @Nullable Process helper;

    @BeforeAll
    static void look() {
        if (!"root".equals(System.getProperty("user.name"))) {
            Namespace.skip("ONLY ROOT CAN ACT ON A VETH: the helper's acts aren't tried");
        }
        if (!Files.isExecutable(ACTIVATE)) {
            Namespace.skip("NO " + ACTIVATE + " HERE: the helper isn't started by a socket");
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        nic = new ConfiguredNic("activated", folder.resolve("state"));
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        Process started = helper;
        if (started != null) {
            started.descendants().forEach(ProcessHandle::destroy);
            started.destroy();
            started.waitFor();
        }
        nic.close();
    }

    private Path socket() {
        return folder.resolve("socket");
    }

    private Path said() {
        return folder.resolve("said");
    }

    /** Listens for a helper in the NIC's network namespace. */
    private void activate(String upTo, String... options) throws Exception {
        Path services = Files.createDirectories(folder.resolve("provider/META-INF/services"));
        Files.writeString(services.resolve(Bridge.class.getName()), OnPciBridge.class.getName());
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", nic.namespace(), ACTIVATE.toString()));
        command.addAll(List.of("--inetd", "--listen=" + socket()));
        command.add("--setenv=NETRESET_STATE_DIR=" + folder.resolve("state"));
        command.addAll(List.of(options));
        List<String> java =
                Runtime.version().feature() >= 22 ? List.of("--enable-native-access=ALL-UNNAMED") : List.of();
        String classPath = folder.resolve("provider") + ":" + Jvm.classPathWithout();
        String[] arguments = {"helper", "--allow", OnPciBridge.ADDRESS, "--up-to", upTo, "--user", "root"};
        command.addAll(Jvm.running().command(classPath, java, Main.class, arguments));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said().toFile())
                .start();
        helper = started;
        while (!Files.exists(socket()) && started.isAlive()) {
            Thread.sleep(20);
        }
    }

    private Ran ask(String... arguments) {
        List<String> all = new ArrayList<>(List.of("reset"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--timeout", "20s", "--json", "--via-helper=" + socket()));
        return Ran.here(all.toArray(String[]::new));
    }

    private long carrierChanges(String name) throws Exception {
        Process process = new ProcessBuilder(
                        "ip", "netns", "exec", nic.namespace(), "cat", "/sys/class/net/" + name + "/carrier_changes")
                .start();
        return Long.parseLong(new String(process.getInputStream().readAllBytes(), UTF_8).strip());
    }

    private void refused(String reason, Ran ran) throws IOException {
        assertThat(ran.exit()).as("%s %s", ran, Files.readString(said())).isEqualTo(4);
        assertThat(ran.json().get("reason").textValue()).isEqualTo("PERMISSION_DENIED");
        assertThat(ran.json().get("message").textValue()).contains(reason);
    }

    @Rule({"L67", "L72"})
    @Test
    void whatIsAllowedIsDoneAndWhatIsNotIsRefused() throws Exception {
        activate("R1");
        long before = carrierChanges("d0");
        refused("isn't among the PCI devices", ask("nic:p0", "--method", "link", "--reason", "a mistake"));
        assertThat(carrierChanges("d0")).as("nothing was touched").isEqualTo(before);
        assertThat(nic.audit())
                .singleElement()
                .asString()
                .contains("\"target\":\"nic:p0\"", "\"requester\":\"root\",\"askedReason\":\"a mistake\"")
                .contains("\"outcome\":null,\"reason\":\"PERMISSION_DENIED\"");

        Ran done = ask("nic:d0", "--method", "link", "--reason", "rx stuck, 5 min");

        assertThat(done.exit()).as("%s %s", done, Files.readString(said())).isZero();
        assertThat(done.json().get("outcome").textValue()).isEqualTo("RECOVERED");
        assertThat(done.json().get("rung").textValue()).isEqualTo("R1");
        assertThat(done.json().at("/before/busAddress").textValue()).isEqualTo(OnPciBridge.ADDRESS);
        assertThat(carrierChanges("d0")).as("it went down and up").isEqualTo(before + 2);
        assertThat(nic.audit())
                .filteredOn(line -> line.contains("\"outcome\":\"RECOVERED\""))
                .singleElement()
                .asString()
                .contains("\"requester\":\"root\",\"askedReason\":\"rx stuck, 5 min\"");

        Ran again = ask("nic:pci@" + OnPciBridge.ADDRESS, "--method", "link");
        assertThat(again.exit()).as("the same one cools down: %s", again).isEqualTo(7);
        assertThat(again.json().at("/refusals/0/code").textValue()).isEqualTo("cool-down");
    }

    @Rule("L72")
    @Test
    void aRungAboveItsOwnIsRefused() throws Exception {
        activate("R0");
        long before = carrierChanges("d0");
        refused("the helper goes up to R0, and that is R1", ask("nic:d0", "--method", "link"));
        assertThat(nic.audit()).singleElement().asString().contains("goes up to R0");
        refused("the helper goes up to R0, and that is R1", ask("nic:d0", "--method", "link", "--dry-run"));
        assertThat(nic.audit()).as("to look is no attempt").hasSize(1);
        assertThat(carrierChanges("d0")).isEqualTo(before);
    }

    /** {@code Accept=yes}: standard input is one client. */
    @Test
    void oneProcessForEachClientDoesAsWell() throws Exception {
        activate("R1", "--accept");
        assertThat(ask("nic:d0", "--method", "link").json().get("outcome").textValue())
                .isEqualTo("RECOVERED");
        refused("isn't among the PCI devices", ask("nic:p0", "--method", "link"));
        assertThat(ask("nic:d0", "--method", "link")
                        .json()
                        .at("/refusals/0/code")
                        .textValue())
                .as("limits are shared by the processes")
                .isEqualTo("cool-down");
    }
}
