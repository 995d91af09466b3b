// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import netreset.linux.abi.Icmp;
import org.jspecify.annotations.Nullable;

/** Answers echo requests that come to it through a NIC that lets them pass. */
final class FakeHost {
    private final FakeKernel kernel;
    volatile boolean answers = true;
    final AtomicInteger echoes = new AtomicInteger();

    FakeHost(FakeKernel kernel) {
        this.kernel = kernel;
    }

    private boolean hears(int index) {
        return answers
                && kernel.nics.stream().anyMatch(nic -> nic.index == index && nic.adminUp && nic.carrier && nic.passes);
    }

    byte @Nullable [] answer(int index, ByteBuffer request, int length) {
        echoes.incrementAndGet();
        if (!hears(index)) {
            return null;
        }
        byte[] answer = new byte[length];
        request.get(0, answer);
        answer[Icmp.TYPE] = Icmp.ICMP_ECHOREPLY;
        return answer;
    }
}
