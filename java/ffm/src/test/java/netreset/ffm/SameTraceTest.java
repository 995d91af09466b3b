// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import netreset.bridge.Bridge;
import netreset.bridge.SyscallTrace;
import netreset.jna.JnaBridge;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Both bridges in one JVM, call for call and byte for byte. */
@Rule("L73")
class SameTraceTest {
    private static final Bridge FFM = new FfmBridge();
    private static final Bridge JNA = new JnaBridge();

    @Test
    void bothBridgesGiveTheSameResults() {
        List<String> trace = SyscallTrace.run(FFM);
        assertThat(trace).hasSizeGreaterThan(40).isEqualTo(SyscallTrace.run(JNA));
    }

    @Test
    void soTheyDoInVirtualThreads() throws Exception {
        assertThat(inVirtualThread(() -> SyscallTrace.run(FFM)))
                .isEqualTo(inVirtualThread(() -> SyscallTrace.run(JNA)))
                .isEqualTo(SyscallTrace.run(FFM));
    }

    private static <T> T inVirtualThread(Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.submit(work).get();
        }
    }
}
