// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.guard.JournalEntry.Phase;
import netreset.linux.state.Namespace;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final String DEVICE = "pci/0000:03:00.0";
    private static final JournalEntry ENTRY = new JournalEntry(
            "nic:eth 1\n%",
            "4026531840",
            "eth1",
            7,
            "pci",
            "0000:03:00.0",
            "52:54:00:00:00:01",
            null,
            "virtio-pci",
            "flr pm bus",
            4711,
            "2026-11-26T10:00:00Z",
            "rebind (R7)",
            Phase.BEGUN,
            "netreset-snapshot 1\n\nanything\nend\n");

    @TempDir
    private Path folder;

    private StateFolder state() {
        return StateFolder.at(folder);
    }

    private Journal journal() {
        return new Journal(state(), DEVICE);
    }

    @Rule("L69")
    @Test
    void whatIsWrittenIsFoundAsItWas() throws ResetException {
        journal().write(ENTRY);
        Journal.Found found = Objects.requireNonNull(journal().found());
        assertThat(found.entry()).isEqualTo(ENTRY);
        assertThat(Journal.all(state())).containsExactly(found);
        assertThat(found.device()).isEqualTo(DEVICE);
    }

    @Test
    void itIsGoneWhenItIsDeleted() throws ResetException {
        assertThat(journal().found()).isNull();
        assertThat(Journal.all(state())).isEmpty();
        journal().write(ENTRY);
        journal().delete();
        journal().delete();
        assertThat(journal().found()).isNull();
    }

    /** A process that dies while it writes leaves what was there before. */
    @Rule("L69")
    @Test
    void aHalfWrittenOneIsNoJournal() throws IOException, ResetException {
        journal().write(ENTRY);
        Path file = file();
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".part"), ENTRY.text().substring(0, 40));
        assertThat(Journal.all(state())).extracting(Journal.Found::entry).containsExactly(ENTRY);
    }

    /** A file of its own is written, and takes the old one's place when it is whole. */
    @Rule("L69")
    @Test
    void aWriteThatFailsLeavesWhatWasThere() throws IOException, ResetException {
        journal().write(ENTRY);
        Files.createDirectory(file().resolveSibling(file().getFileName() + ".part"));
        ResetException e =
                catchThrowableOfType(ResetException.class, () -> journal().write(ENTRY.at("remove (R8)", Phase.BEGUN)));
        assertThat(e).hasMessageContaining("can't be written");
        assertThat(Objects.requireNonNull(journal().found()).entry()).isEqualTo(ENTRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "netreset-journal 1\n\n",
                "netreset-journal 1\ntarget\n\n",
                "netreset-journal 2\ntarget x\n\n"
            })
    void oneThatCantBeReadIsNamedAndStays(String text) throws IOException, ResetException {
        journal().write(ENTRY);
        Files.writeString(file(), text);
        Journal.Found found = Objects.requireNonNull(journal().found());
        assertThat(found.entry()).isNull();
        assertThat(found.problem()).isNotBlank();
        assertThat(file()).hasContent(text);
    }

    @Test
    void everyCutIsNoticed() {
        String text = ENTRY.text();
        int head = text.indexOf("\n\n") + 2;
        for (int length = 0; length < head; length++) {
            String cut = text.substring(0, length);
            assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> JournalEntry.parse(cut)))
                    .as("cut to %d", length)
                    .isNotNull();
        }
    }

    @Test
    void whoInsistsLosesNothing() throws IOException, ResetException {
        journal().write(ENTRY);
        journal().setAside();
        assertThat(journal().found()).isNull();
        try (var files = Files.list(folder.resolve("journal"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).isEqualTo(ENTRY.text()));
        }
    }

    private Path file() {
        return folder.resolve("journal").resolve("pci%2F0000%3A03%3A00.0.journal");
    }

    @Rule("L33")
    @Test
    void aDeviceIsLockedByOneAtATime() throws ResetException {
        assertThat(DeviceLock.isHeld(state(), DEVICE)).isFalse();
        try (DeviceLock lock = DeviceLock.take(state(), Set.of(DEVICE, "pci/0000:03:00"))) {
            assertThat(lock).isNotNull();
            assertThat(DeviceLock.isHeld(state(), DEVICE)).isTrue();
            ResetException e = catchThrowableOfType(
                    ResetException.class, () -> DeviceLock.take(state(), List.of("pci/0000:03:00")));
            assertThat(e.reason()).isEqualTo(Reason.BUSY);
            assertThat(e).hasMessageContaining("this process");
        }
        DeviceLock.take(state(), Set.of(DEVICE)).close();
    }

    /** POSIX would let go of the lock with any other descriptor of the file: only another process sees that. */
    @Rule("L33")
    @Test
    void lookingAtALockOrAskingForItTwiceDoesntLetGoOfIt() throws Exception {
        try (DeviceLock lock = DeviceLock.take(state(), Set.of(DEVICE, "pci/0000:03:00"))) {
            assertThat(lock).isNotNull();
            assertThat(DeviceLock.isHeld(state(), DEVICE)).isTrue();
            ResetException e = catchThrowableOfType(
                    ResetException.class, () -> DeviceLock.take(state(), Set.of("pci/0000:03:00", "pci/0000:03:00.1")));
            assertThat(e.reason()).isEqualTo(Reason.BUSY);
            assertThat(elsewhere(DEVICE)).isEqualTo("held");
            assertThat(elsewhere("pci/0000:03:00")).isEqualTo("held");
            assertThat(elsewhere("pci/0000:03:00.1")).isEqualTo("free");
        }
        assertThat(elsewhere(DEVICE)).isEqualTo("free");
    }

    private String elsewhere(String device) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LookAtLock.class.getName(),
                        folder.toString(),
                        device)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    /** Another process. */
    static final class LookAtLock {
        private LookAtLock() {}

        public static void main(String[] args) {
            System.out.println(DeviceLock.isHeld(StateFolder.at(Path.of(args[0])), args[1]) ? "held" : "free");
        }
    }

    @Test
    void aNameThatIsntOursIsListedToo() throws IOException, ResetException {
        journal().write(ENTRY);
        Files.writeString(folder.resolve("journal").resolve("100%.journal"), "rubbish");
        assertThat(Journal.all(state()))
                .hasSize(2)
                .anyMatch(found -> found.device().equals("100%"));
    }

    @Test
    void theFolderIsTheUsersOwn() {
        assertThat(StateFolder.of(Map.of(), 0).path()).isEqualTo(Path.of("/run/netreset"));
        assertThat(StateFolder.of(Map.of("XDG_RUNTIME_DIR", "/run/user/7"), 7).path())
                .isEqualTo(Path.of("/run/user/7/netreset"));
        assertThat(StateFolder.of(Map.of(), 7).path()).isEqualTo(Path.of("/tmp/netreset-7"));
        assertThat(StateFolder.of(Map.of("NETRESET_STATE_DIR", "/x"), 0).path()).isEqualTo(Path.of("/x"));
    }

    /** As systemd makes a RuntimeDirectory of a DynamicUser: a link into /run/private. */
    @Rule("L67")
    @Test
    void aFolderBehindALinkOfTheSystemsIsAsGood() throws IOException, ResetException {
        Path real = Files.createDirectory(folder.resolve("private"));
        Path link = Files.createSymbolicLink(folder.resolve("netreset-soft"), real);
        DeviceLock.take(StateFolder.at(link.resolve("state")), Set.of(DEVICE)).close();
        assertThat(real.resolve("state/lock")).isNotEmptyDirectory();
    }

    /** Whoever may write there could put links where root writes, and journals that root puts into effect. */
    @Rule("L33")
    @Test
    void rootUsesNoFolderOfAnotherUser() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        try {
            Files.setAttribute(foreign, "unix:uid", 65534);
        } catch (IOException e) {
            Namespace.skip("ONLY ROOT CAN GIVE A FOLDER AWAY: " + e.getMessage());
        }
        ResetException e = catchThrowableOfType(
                ResetException.class, () -> DeviceLock.take(StateFolder.at(foreign), Set.of(DEVICE)));
        assertThat(e).hasMessageContaining("belongs to user 65534");
        assertThat(foreign).isEmptyDirectory();
    }

    @Test
    void aFolderThatCantBeUsedIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        ResetException e = catchThrowableOfType(
                ResetException.class, () -> DeviceLock.take(StateFolder.at(file.resolve("x")), Set.of(DEVICE)));
        assertThat(e).hasMessageContaining(file + "/x").hasMessageContaining("NETRESET_STATE_DIR");
    }
}
