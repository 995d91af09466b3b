// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;
import netreset.DeviceId;
import netreset.ResetEvent;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static final class Broken extends OutputStream {
        private final String reason;
        private int tries;

        Broken(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            tries++;
            throw new IOException(reason);
        }
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoError() {
        Broken pipe = new Broken("Broken pipe");
        Console console = new Console(pipe, err, OptionalInt.empty());

        console.out().print("x".repeat(1 << 20));

        assertThat(console.finish()).isTrue();
        assertThat(err.size()).isZero();
        assertThat(pipe.tries).as("not tried again").isEqualTo(1);
    }

    @Test
    void aFullDiskIs() {
        Console console = new Console(new Broken("No space left on device"), err, OptionalInt.empty());

        assertThat(Main.run(console, "--version")).isEqualTo(1);

        assertThat(err.toString(UTF_8))
                .isEqualTo("netreset: standard output can't be written: No space left on device\n");
    }

    @Test
    void messagesAreOneLine() {
        new Console(OutputStream.nullOutputStream(), err, OptionalInt.empty()).message("a\nb\u001b[2J");

        assertThat(err.toString(UTF_8)).isEqualTo("netreset: a\\u000ab\\u001b[2J\n");
    }

    @Test
    void whatIsQuickIsQuiet() {
        Console console = new Console(OutputStream.nullOutputStream(), err, OptionalInt.empty());
        try (Progress progress = new Progress(console, "nic:eth1")) {
            progress.start();
            progress.onEvent(event(0, "the call is made"));
        }
        assertThat(err.size()).isZero();
    }

    @Test
    void whatTakesLongerIsTold() throws InterruptedException {
        Console console = new Console(OutputStream.nullOutputStream(), err, OptionalInt.empty());
        try (Progress progress = new Progress(console, "nic:eth1")) {
            progress.start();
            progress.onEvent(event(0, "the call is made"));
            progress.onEvent(event(812_000_000, "link \u001b lost"));
            Thread.sleep(1300);
            progress.onEvent(event(1_900_000_000, "link back"));
        }
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "netreset: nic:eth1: +0.000 s: the call is made",
                        "netreset: nic:eth1: +0.812 s: link \\u001b lost",
                        "netreset: nic:eth1: +1.900 s: link back");
    }

    private static ResetEvent event(long atNanos, String text) {
        return new ResetEvent(new DeviceId("nic", "eth1"), atNanos, ResetEvent.What.DISPATCHED, text);
    }
}
