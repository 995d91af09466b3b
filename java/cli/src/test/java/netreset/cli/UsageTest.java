// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @ParameterizedTest
    @CsvSource({
        "watch, which NICs",
        "ras, which command",
        "ras ports --bogus, --bogus",
        "ras bogus, 'bogus'",
        "ndis, which command",
        "ndis bogus, 'bogus'",
        "ndis run, which scenario",
        "ndis run a b, 'b'",
        "ndis run a --timeline --mermaid, exclusive",
        "ndis run a --seed x, --seed",
        "ndis rules --bogus, --bogus",
        "ndis rules R99, R99",
        "ndis rules L5, 'L5'",
        "ndis decode, NUMBER",
        "ndis decode --bogus, '--bogus'",
        "ndis decode RESET_SOON, 'RESET_SOON'",
        "ndis decode 0 0x1FFFFFFFF, 32 bits",
        "list ndis, 'ndis'",
        "list nic nic, 'nic'",
        "list --bogus, --bogus",
        "reset, TARGET",
        "reset --netns, --netns",
        "reset nic:lo --verify soon, 'soon'",
        "reset nic:lo --reason, --reason",
        "reset --resume --reason x, --resume",
        "reset ras:VPN2-17 --reason x, without --audit",
        "reset ndis:sim0 --reason x, there is none",
        "doctor x, 'x'",
        "reset @/etc/hostname, '@/etc/hostname'"
    })
    void whatIsNotThereIsOneLineAndAPointer(String args, String named) {
        Ran.here(args.split(" ")).failed(2, named, "(see netreset", "--help)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "\u001b[2J", "\u202etxet", "\u0000"})
    void aReasonIsOnePlainLine(String reason) {
        Ran.here("reset", "nic:lo", "--reason", reason).failed(2, "a reason");
    }

    @Test
    void aReasonHasItsLength() {
        Ran.here("reset", "nic:nosuchnic0", "--reason", "x".repeat(201)).failed(2, "1 to 200 characters, not 201");
        assertThat(Ran.here("reset", "nic:nosuchnic0", "--reason", "x".repeat(200), "--dry-run")
                        .exit())
                .isEqualTo(3);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void portsAreOnWindows() {
        Ran.here("list", "ras").failed(5, "ras", "Windows");
        Ran.here("reset", "ras:VPN2-17").failed(5, "needs Windows");
        assertThat(Ran.here("doctor").out())
                .containsOnlyOnce("ok    mprapi     none: ports of Routing and Remote Access are on Windows");
    }

    @Test
    void aCommandIsNeeded() {
        Ran.here().failed(2, "which command?");
    }

    @Test
    void whoReadsJsonGetsItsErrorsAsJson() {
        Ran usage = Ran.here("reset", "--json").said("TARGET");

        assertThat(usage.exit()).isEqualTo(2);
        assertThat(usage.json().get("reason").textValue()).isEqualTo("INVALID_REQUEST");
        assertThat(usage.json().get("exit").intValue()).isEqualTo(2);
        assertThat(usage.json().get("id").isNull()).isTrue();
    }

    @Test
    void stackTracesOnlyForWhoAsks() {
        assertThat(Ran.here("list", "--bridge", "x").err()).hasSize(1);
        assertThat(Ran.here("list", "--bridge", "x", "--stacktrace").err())
                .hasSizeGreaterThan(2)
                .anyMatch(line -> line.contains("at netreset"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "list --help",
                "reset --help",
                "watch --help",
                "doctor --help",
                "ras --help",
                "ras ports --help",
                "ras connections --help",
                "ras reset --help",
                "ras disconnect --help",
                "ras clear-stats --help",
                "ras watch --help",
                "ras doctor --help"
            })
    void helpShowsExamplesAndExitCodes(String args) {
        Ran help = Ran.here(args.split(" "));

        assertThat(help.exit()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("Examples:").anyMatch(line -> line.startsWith("  netreset "));
        assertThat(help.out()).anyMatch(line -> line.startsWith("Exit codes"));
        assertThat(help.out()).anyMatch(line -> line.matches(" +5 +not supported.*"));
        assertThat(help.out()).noneMatch(line -> line.contains("\u001b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndis --help", "ndis run --help", "ndis rules --help", "ndis decode --help"})
    void helpForTheModelIsNotAboutDevices(String args) {
        Ran help = Ran.here(args.split(" "));

        assertThat(help.exit()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("Examples:").anyMatch(line -> line.startsWith("  netreset ndis "));
        assertThat(help.out()).anyMatch(line -> line.matches(" +2 +usage.*"));
        assertThat(help.out()).noneMatch(line -> line.contains("no such device"));
    }

    @Test
    void versionIsTheBuilds() {
        Ran version = Ran.here("--version");

        assertThat(version.out()).singleElement().asString().matches("netreset [0-9]+\\.[0-9]+\\.[0-9]+.*");
    }
}
