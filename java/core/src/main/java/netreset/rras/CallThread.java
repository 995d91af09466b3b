// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which a server is called: a platform thread, for the calls block and nothing in Java can end them.
 * Callers wait for it no longer than the timeout and leave a call behind that doesn't come back; the thread cleans up
 * when it does.
 */
final class CallThread {
    /** How often who waits looks whether the call at work is still the same: control is back that late at most. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private enum State {
        OPEN,
        /** A call hasn't come back. */
        POISONED,
        CLOSED
    }

    private final Thread thread;
    private final LinkedBlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final CallMeter meter = new CallMeter();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final Duration timeout;
    private final Runnable atEnd;
    private volatile State state = State.OPEN;
    /** The call that hasn't come back. */
    private volatile @Nullable Unanswered poisoned;

    private volatile @Nullable Task<?> current;

    /** @param atEnd run on the thread, once, after everything else */
    CallThread(String name, Duration timeout, Runnable atEnd) {
        this.timeout = timeout;
        this.atEnd = atEnd;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Does the work on the thread and waits for it; on the thread itself it is just done.
     *
     * @param changes whether the work may make a call that changes something
     * @throws ResetException what the work threw; INTERRUPTED, OUTCOME_UNKNOWN or SERVICE_UNAVAILABLE if control is back
     *     before its end
     * @throws IllegalStateException if closed
     */
    <T extends @Nullable Object> T run(Callable<T> work, boolean changes) throws ResetException {
        Task<T> task = new Task<>(work, changes);
        if (isHere()) {
            check();
            task.run();
        } else {
            enqueue(task);
        }
        return await(task);
    }

    /**
     * To be called before each native call.
     *
     * @throws ResetException if it must not be made
     * @throws IllegalStateException on another thread, or if closed
     */
    void begin(MprapiFunction function) throws ResetException {
        check();
        meter.begin(function);
    }

    /** Likewise before a call that gives something back: it must be made, whatever has happened. */
    void beginCleanup(MprapiFunction function) {
        meter.begin(function);
    }

    /** To be called after each native call, however it ended. */
    void end() {
        meter.end();
    }

    /** Takes no more work, lets go of what waits, and waits for the thread's end as long as for a call that is in time. */
    void close() {
        stop(State.CLOSED);
        if (isHere() || poisoned != null) {
            return;
        }
        try {
            ended.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // The call under way keeps the thread; the thread ends after it.
        }
    }

    private boolean isHere() {
        return Thread.currentThread().equals(thread);
    }

    private void check() throws ResetException {
        if (!isHere()) {
            throw new IllegalStateException("a RasSession is good on its server's thread only");
        }
        if (state != State.OPEN) {
            throw stopped();
        }
        Task<?> task = current;
        if (task != null && task.isAbandoned()) {
            throw Unanswered.interrupted(false);
        }
    }

    private synchronized void enqueue(Task<?> task) throws ResetException {
        if (state != State.OPEN) {
            throw stopped();
        }
        queue.add(task);
    }

    private void stop(State how) {
        List<Task<?>> waiting = new ArrayList<>();
        synchronized (this) {
            if (state == State.CLOSED) {
                return;
            }
            state = how;
            queue.drainTo(waiting);
            queue.add(Task.nothing());
        }
        for (Task<?> task : waiting) {
            task.refuse();
        }
    }

    private void work() {
        try {
            while (state == State.OPEN) {
                Task<?> task = next();
                current = task;
                task.run();
                current = null;
                // A batch may leave the thread interrupted.
                Thread.interrupted();
            }
        } finally {
            try {
                atEnd.run();
            } finally {
                ended.complete(null);
            }
        }
    }

    /** Whoever interrupts this thread, as a thread group's owner may, ends no session: only {@link #close} does. */
    private Task<?> next() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // It says nothing to this thread.
            }
        }
    }

    private <T extends @Nullable Object> T await(Task<T> task) throws ResetException {
        CallWatch watch = new CallWatch(meter, timeout.toNanos());
        long look = Math.min(LOOK_NANOS, Math.max(1, timeout.toNanos() / 4));
        while (true) {
            try {
                return task.result().get(look, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (watch.isExpired()) {
                    poisoned = new Unanswered(watch.function(), timeout);
                    stop(State.POISONED);
                }
                Unanswered call = poisoned;
                if (call != null && !task.result().isDone()) {
                    throw task.abandon() ? call.forItsCaller(task.changes()) : call.forOthers();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Unanswered.interrupted(task.abandon() && task.changes());
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            }
        }
    }

    private ResetException stopped() {
        Unanswered call = poisoned;
        if (state == State.CLOSED || call == null) {
            throw new IllegalStateException("this RasServer is closed");
        }
        return call.forOthers();
    }

    private ResetException thrown(@Nullable Throwable cause) {
        if (cause instanceof Task.RefusedException) {
            return stopped();
        } else if (cause instanceof ResetException known) {
            return known;
        } else if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (cause instanceof Error error) {
            throw error;
        }
        return new ResetException(Reason.DEFECT, "netreset has a defect: " + cause, null, cause);
    }
}
