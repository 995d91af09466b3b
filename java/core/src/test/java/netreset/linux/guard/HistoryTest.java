// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final String DEVICE = "pci/0000:03:00.0";
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 3);

    @TempDir
    private Path folder;

    private History history() {
        return new History(StateFolder.at(folder), DEVICE);
    }

    private static Uptime at(double seconds) {
        return new Uptime("boot-1", seconds);
    }

    private List<String> codes(Uptime now) throws ResetException {
        return history().against(LIMITS, now).stream().map(Refusal::code).toList();
    }

    @Rule("L67")
    @Test
    void aDeviceThatWasNeverResetMayBe() throws ResetException {
        assertThat(codes(at(100))).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Rule("L67")
    @Test
    void itCoolsDownForAsLongAsAskedAndSaysUntilWhen() throws ResetException {
        history().begin(at(100));
        assertThat(history().against(LIMITS, at(112.5)))
                .containsExactly(new Refusal("cool-down", "it was reset 13 s ago, and may be again in 18 s"));
        assertThat(codes(at(129.9))).containsExactly("cool-down");
        assertThat(codes(at(130))).isEmpty();
    }

    @Rule("L67")
    @Test
    void theBudgetIsThatOfOneHour() throws ResetException {
        history().begin(at(100));
        history().begin(at(200));
        assertThat(codes(at(300))).isEmpty();
        history().begin(at(300));
        assertThat(codes(at(400))).containsExactly("budget");
        assertThat(history().against(LIMITS, at(400)).get(0).reason())
                .startsWith("it was reset 3 times within an hour, and may be again in 55 min");
        assertThat(codes(at(310))).containsExactly("cool-down", "budget");
        assertThat(codes(at(3699))).containsExactly("budget");
        assertThat(codes(at(3700))).isEmpty();
    }

    @Rule("L67")
    @Test
    void anotherBootBeginsAnew() throws ResetException {
        history().begin(at(100));
        assertThat(codes(new Uptime("boot-2", 101))).isEmpty();
    }

    @Rule("L67")
    @Test
    void anotherDeviceIsAnotherMatter() throws ResetException {
        history().begin(at(100));
        assertThat(new History(StateFolder.at(folder), "pci/0000:03:00.1").against(LIMITS, at(101)))
                .isEmpty();
    }

    @Test
    void aFileThatIsntOursIsNamedAndStays() throws IOException, ResetException {
        history().begin(at(100));
        Path file = folder.resolve("history").resolve("pci%2F0000%3A03%3A00.0");
        Files.writeString(file, "rubbish");
        ResetException e = catchThrowableOfType(ResetException.class, () -> codes(at(101)));
        assertThat(e.reason()).isEqualTo(Reason.SYSTEM_CALL_FAILED);
        assertThat(e).hasMessageContaining(file.toString()).hasMessageContaining("rubbish");
        assertThat(file).hasContent("rubbish");
    }

    @Test
    void limitsThatMakeNoSenseAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(Duration.ofSeconds(-1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(Duration.ofMinutes(61), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(Duration.ZERO, 0));
    }
}
