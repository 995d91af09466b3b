// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Work handed to a {@link CallThread}; either it starts or its caller leaves first. */
final class Task<T extends @Nullable Object> {
    private enum State {
        WAITING,
        STARTED,
        ABANDONED
    }

    private final Callable<T> work;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private final boolean changes;

    Task(Callable<T> work, boolean changes) {
        this.work = work;
        this.changes = changes;
    }

    /** Whether it may make a call that changes something. */
    boolean changes() {
        return changes;
    }

    /** Wakes the thread. */
    static Task<?> nothing() {
        return new Task<@Nullable Void>(() -> null, false);
    }

    /** The thread takes no more work. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    void run() {
        if (!state.compareAndSet(State.WAITING, State.STARTED)) {
            return;
        }
        try {
            result.complete(work.call());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /** Instead of {@link #run}. */
    void refuse() {
        result.completeExceptionally(new RefusedException());
    }

    /** Its caller leaves. Returns whether it had started: then it makes no further native call. */
    boolean abandon() {
        return state.getAndSet(State.ABANDONED) == State.STARTED;
    }

    boolean isAbandoned() {
        return state.getAcquire() == State.ABANDONED;
    }

    CompletableFuture<T> result() {
        return result;
    }
}
