// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import netreset.linux.state.Namespace;
import org.junit.jupiter.api.Assumptions;

/** A veth d0 with addresses and routes in a network namespace of its own, and netreset processes that share a state folder. */
final class ConfiguredNic {
    private final String namespace;
    private final Path state;

    ConfiguredNic(String name, Path state) throws IOException, InterruptedException {
        this.namespace = "netreset-" + name + "-" + ProcessHandle.current().pid();
        this.state = state;
        String refused = ip("netns", "add", namespace);
        if (!refused.isEmpty()) {
            System.err.println("SKIPPED, NOT PROVEN: NO NETWORK NAMESPACES HERE: " + refused);
            Assumptions.abort(refused);
        }
        in("link", "add", "d0", "type", "veth", "peer", "name", "p0");
        in("link", "set", "p0", "up");
        in("link", "set", "d0", "mtu", "1400", "up");
        in("addr", "add", "192.0.2.1/24", "dev", "d0");
        in("addr", "add", "2001:db8::1/64", "dev", "d0", "nodad");
        in("route", "add", "198.51.100.0/24", "via", "192.0.2.9");
        in("-6", "route", "add", "2001:db8:1::/48", "via", "2001:db8::9");
    }

    String namespace() {
        return namespace;
    }

    void close() throws IOException, InterruptedException {
        ip("netns", "del", namespace);
    }

    private static String ip(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = Namespace.printed(process);
        return process.waitFor() == 0 ? printed : "exit " + process.exitValue() + ": " + printed;
    }

    String in(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-n", namespace));
        all.addAll(List.of(arguments));
        String printed = ip(all.toArray(String[]::new));
        assertThat(printed).doesNotStartWith("exit ");
        return printed;
    }

    /** Admin state, addresses and routes, without what lives and counts. */
    List<String> configuration() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String line : (in("-o", "link", "show", "dev", "d0")
                        + in("-o", "addr", "show", "dev", "d0", "scope", "global")
                        + in("route", "show", "table", "all", "dev", "d0")
                        + in("-6", "route", "show", "proto", "boot", "dev", "d0"))
                .split("\n", -1)) {
            if (!line.contains("fe80") && !line.contains("multicast")) {
                lines.add(line.strip());
            }
        }
        return lines.stream().sorted().toList();
    }

    /** Starts netreset. */
    Process start(List<String> arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** Starts netreset by something, such as setsid. */
    Process start(List<String> by, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(by);
        command.addAll(Jvm.running()
                .command(Jvm.classPathWithout("none"), List.of(), Main.class, arguments.toArray(String[]::new)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NETRESET_STATE_DIR", state.toString());
        return builder.start();
    }

    String run(int exit, String... arguments) throws IOException, InterruptedException {
        Process process = start(List.of(arguments));
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(exit);
        return printed;
    }

    /** Until a reset is about to act. */
    void awaitJournal(Process process) throws InterruptedException, IOException {
        while (process.isAlive() && !isJournalThere()) {
            TimeUnit.MICROSECONDS.sleep(500);
        }
    }

    boolean isJournalThere() throws IOException {
        Path journals = state.resolve("journal");
        if (!Files.isDirectory(journals)) {
            return false;
        }
        try (Stream<Path> files = Files.list(journals)) {
            return files.anyMatch(file -> file.toString().endsWith(".journal"));
        }
    }

    /** Whose journal is there: one and no other. */
    String journalDevice() throws IOException {
        List<String> devices = journalDevices();
        assertThat(devices).hasSize(1);
        return devices.get(0);
    }

    /** What this interface is called there. */
    String journalDevice(String name) throws IOException, InterruptedException {
        String line = in("-o", "link", "show", "dev", name);
        String index = "/" + line.substring(0, line.indexOf(':'));
        return journalDevices().stream()
                .filter(device -> device.endsWith(index))
                .findFirst()
                .orElseThrow();
    }

    private List<String> journalDevices() throws IOException {
        try (Stream<Path> files = Files.list(state.resolve("journal"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".journal"))
                    .map(file -> URLDecoder.decode(file.substring(0, file.length() - ".journal".length()), UTF_8))
                    .toList();
        }
    }

    List<String> audit() throws IOException {
        return Files.readAllLines(state.resolve("audit/audit.ndjson"));
    }
}
