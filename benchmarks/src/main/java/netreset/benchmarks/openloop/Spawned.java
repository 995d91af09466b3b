// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import java.util.List;

/** What a Java program does that has no netreset: starts {@code ethtool --reset}, and waits for it to end. */
record Spawned(List<String> command) implements Reset {
    @Override
    public void run() throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        expectSuccess(process, command.get(0));
    }

    static void expectSuccess(Process process, String name) throws IOException {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(name + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(name + " wasn't waited for", e);
        }
    }
}
