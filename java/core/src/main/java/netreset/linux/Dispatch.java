// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import netreset.Printable;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.ladder.Acted;
import netreset.linux.ladder.Deed;
import org.jspecify.annotations.Nullable;

/**
 * The one act of an operation, on a thread of its own: it may hold the kernel's link configuration lock for as long as the
 * driver takes, and nothing can call it back.
 */
final class Dispatch implements Runnable {
    private final Deed deed;
    private final CompletableFuture<Long> started = new CompletableFuture<>();
    private final CompletableFuture<Result> returned = new CompletableFuture<>();

    Dispatch(Deed deed) {
        this.deed = deed;
    }

    /**
     * How the act ended.
     *
     * @param nanos how long it took
     * @param at when it ended, by {@link System#nanoTime()}
     * @param acted how
     * @param harmless why nothing was done, and nothing can have been; {@code null} if something was
     */
    record Result(
            long nanos, long at, Acted acted, @Nullable ResetException harmless) {
        /** Why it failed; 0 if it didn't. */
        int errno() {
            return acted.errno();
        }
    }

    @Override
    public void run() {
        try {
            long startedAt = System.nanoTime();
            started.complete(startedAt);
            returned.complete(act(startedAt));
        } catch (RuntimeException | Error e) {
            returned.completeExceptionally(e);
        }
    }

    private Result act(long startedAt) {
        try {
            Acted acted = deed.act();
            long at = System.nanoTime();
            return new Result(at - startedAt, at, acted, null);
        } catch (ResetException e) {
            long at = System.nanoTime();
            int errno = e.code() == null ? Errno.EIO : e.code().value();
            return new Result(
                    at - startedAt,
                    at,
                    Acted.failed(errno, List.of(Printable.line(String.valueOf(e.getMessage())))),
                    e);
        }
    }

    /** When the act began, by {@link System#nanoTime()}; waits for the thread to get as far. */
    long startedAt() {
        return started.join();
    }

    /** Completes when the act ends; exceptionally only by a defect. */
    CompletableFuture<Result> returned() {
        return returned;
    }
}
