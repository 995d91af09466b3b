// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import netreset.Method;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetReport;
import netreset.ResetRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Resets of eth1 on a {@link FakeMachine}, by one means or several; nothing may be left open. */
@Timeout(60)
class LadderBase {
    @TempDir
    private Path folder;

    FakeMachine machine;

    @BeforeEach
    void aMachine() throws IOException {
        machine = new FakeMachine(folder);
    }

    @AfterEach
    void nothingIsLeftOpen() throws InterruptedException {
        for (int tries = 0; tries < 500 && machine.kernel.openSockets() > 0; tries++) {
            Thread.sleep(10);
        }
        assertThat(machine.kernel.openSockets()).isZero();
        assertThat(machine.kernel.unknownNames).isEmpty();
    }

    static ResetRequest request() {
        return ResetRequest.of("nic:eth1").withTimeout(Duration.ofSeconds(20));
    }

    static ResetRequest by(Method method) {
        return request().withMethod(method);
    }

    ResetReport reset(ResetRequest request) throws ResetException {
        return machine.nics().reset(request, ResetListener.NONE);
    }

    ResetException failure(ResetRequest request) {
        return catchThrowableOfType(ResetException.class, () -> reset(request));
    }
}
