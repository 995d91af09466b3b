// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.realtime;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import netreset.ndis.sim.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Runs a simulation in real time: one thread does all of it, by the monotonic clock, and what other threads hand over. Only
 * that thread may touch the simulation and what runs in it.
 */
public final class RealTimeLoop implements AutoCloseable {
    private final Simulation simulation;
    private final Consumer<Throwable> failed;
    private final long beginNanos = System.nanoTime();
    private final ScheduledThreadPoolExecutor executor;
    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private @Nullable ScheduledFuture<?> next;

    /**
     * Its thread starts with the first thing to do.
     *
     * @param simulation at rest; nobody else may touch it from now on
     * @param name the thread's
     * @param failed told, on that thread, what something posted has thrown; the loop goes on
     */
    public RealTimeLoop(Simulation simulation, String name, Consumer<Throwable> failed) {
        this.simulation = simulation;
        this.failed = failed;
        this.executor = new ScheduledThreadPoolExecutor(1, task -> daemon(name, task));
        executor.setRemoveOnCancelPolicy(true);
        post(() -> {});
    }

    private Thread daemon(String name, Runnable task) {
        Thread made = new Thread(task, name);
        made.setDaemon(true);
        thread = made;
        return made;
    }

    /**
     * Has it done soon, in its turn.
     *
     * @return false if the loop is closed, and nothing will be done
     */
    public boolean post(Runnable action) {
        try {
            executor.execute(() -> turn(action));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /**
     * Has it done, and waits for the answer. An interrupt doesn't end the wait, and stays set.
     *
     * @throws IllegalStateException if the loop is closed
     * @throws RuntimeException what the action throws
     */
    public <T> T call(Supplier<T> action) {
        if (Thread.currentThread().equals(thread)) {
            return action.get();
        }
        try {
            return CompletableFuture.supplyAsync(action, task -> executor.execute(() -> turn(task)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        } catch (RejectedExecutionException | CancellationException e) {
            throw new IllegalStateException("the loop is closed", e);
        }
    }

    private void turn(Runnable action) {
        simulation.advanceTo(System.nanoTime() - beginNanos);
        try {
            action.run();
            simulation.runReady();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
        wakeUp();
    }

    /** Sets the alarm for what is due next; none once it is closed, which would wait for it. */
    private void wakeUp() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
        long due = simulation.nextDue();
        if (due != Long.MAX_VALUE && !simulation.isStopped() && !closed) {
            long delay = Math.max(0, due - (System.nanoTime() - beginNanos));
            next = executor.schedule(() -> turn(() -> {}), delay, TimeUnit.NANOSECONDS);
        }
    }

    /** Does what was posted before, and no more. From another thread, returns once that is done. */
    @Override
    public void close() {
        closed = true;
        post(() -> {});
        executor.shutdown();
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
