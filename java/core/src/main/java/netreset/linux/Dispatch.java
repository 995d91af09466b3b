// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.concurrent.CompletableFuture;

/**
 * The one ETHTOOL_RESET call of an operation, on a thread of its own: it holds the kernel's link configuration lock for as
 * long as the driver takes, and nothing can call it back.
 */
final class Dispatch implements Runnable {
    private final EthtoolSocket socket;
    private final String name;
    private final int bits;
    private final CompletableFuture<Long> started = new CompletableFuture<>();
    private final CompletableFuture<Result> returned = new CompletableFuture<>();

    /** @param socket taken over: closed when the call has come back */
    Dispatch(EthtoolSocket socket, String name, int bits) {
        this.socket = socket;
        this.name = name;
        this.bits = bits;
    }

    /**
     * How the call came back.
     *
     * @param nanos how long it was away
     * @param at when it came back, by {@link System#nanoTime()}
     * @param errno why it failed; 0 if it didn't
     * @param remaining the bits it left set; meaningless if it failed
     */
    record Result(long nanos, long at, int errno, int remaining) {}

    @Override
    public void run() {
        try (socket) {
            long startedAt = System.nanoTime();
            started.complete(startedAt);
            int result = socket.reset(name, bits);
            long at = System.nanoTime();
            returned.complete(new Result(at - startedAt, at, result < 0 ? -result : 0, socket.remaining()));
        } catch (RuntimeException | Error e) {
            returned.completeExceptionally(e);
        }
    }

    /** When the call was made, by {@link System#nanoTime()}; waits for the thread to get as far. */
    long startedAt() {
        return started.join();
    }

    /** Completes when the call comes back; exceptionally only by a defect. */
    CompletableFuture<Result> returned() {
        return returned;
    }
}
