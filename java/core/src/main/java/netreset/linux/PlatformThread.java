// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads for calls that block in the kernel, where neither interruption nor a virtual thread's scheduler reaches. */
final class PlatformThread {
    private PlatformThread() {}

    /** Starts a thread of the operating system's, which doesn't keep the JVM alive. */
    static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for a result. An interrupt is kept for the caller: what a kernel is doing doesn't end by it.
     *
     * @throws TimeoutException if it isn't there at {@code deadline}, by {@link System#nanoTime()}
     */
    static <T> T await(Future<T> future, long deadline) throws ExecutionException, TimeoutException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
