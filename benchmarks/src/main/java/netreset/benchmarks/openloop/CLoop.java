// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The baseline: native/lab/tools/reset-loop.c, a process a round, whose start isn't counted. */
record CLoop(String nic, int flags) implements Contender {
    @Override
    public String name() {
        return "c";
    }

    @Override
    public Pace pace() {
        return Pace.CALL;
    }

    @Override
    public long[] round(Schedule schedule) throws IOException {
        Process process = new ProcessBuilder(
                        "reset-loop",
                        nic,
                        Integer.toString(flags),
                        Long.toString(schedule.intervalNanos()),
                        Integer.toString(schedule.count()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long[] latencies = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .mapToLong(Long::parseLong)
                .toArray();
        Spawned.expectSuccess(process, "reset-loop");
        if (latencies.length != schedule.count()) {
            throw new IOException("reset-loop told of " + latencies.length + " resets, not of " + schedule.count());
        }
        return latencies;
    }
}
