// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Until closed, the end of the process (Ctrl-C) interrupts a thread and gives it time to clean up. */
final class EndOfProcess {
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    private EndOfProcess(Thread thread) {
        this.hook = new Thread(() -> end(thread), "netreset-end");
    }

    static EndOfProcess interruptsThisThread() {
        EndOfProcess end = new EndOfProcess(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    private void end(Thread thread) {
        thread.interrupt();
        try {
            closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread has cleaned up. */
    void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is at work.
        }
    }
}
