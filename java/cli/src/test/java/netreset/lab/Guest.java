// SPDX-License-Identifier: Apache-2.0
package netreset.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import netreset.NetReset;
import netreset.Nic;
import netreset.ResetException;

/** The guest's own tools, and the bridge this run is for. */
final class Guest {
    private Guest() {}

    /** With the bridge that the leg names. */
    static NetReset.Options options() {
        return NetReset.Options.DEFAULT
                .withBridge(System.getProperty("netreset.bridge"))
                .withCoolDown(Duration.ZERO)
                .withHourlyBudget(Integer.MAX_VALUE);
    }

    static NetReset open() throws ResetException {
        return NetReset.open(options());
    }

    /** The NIC of that name, as listed now. */
    static Nic nic(NetReset netReset, String name) throws ResetException {
        return (Nic) netReset.devices().stream()
                .filter(device -> device.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    /** Runs a program that must succeed; what it printed. */
    static String run(String... command) {
        Finished finished = tryRun(List.of(command));
        if (finished.exit() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + finished);
        }
        return finished.output();
    }

    /** How a program ended, with all it printed on both streams. */
    record Finished(int exit, String output) {}

    static Finished tryRun(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Finished(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
