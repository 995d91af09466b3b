// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A {@link Script} of lambdas, made once for each run of it. */
public final class Steps implements Script {
    private final List<Step> steps = new ArrayList<>();
    private Supplier<NdisStatus> result = () -> NdisStatus.SUCCESS;
    private BooleanSupplier answer = () -> false;
    private @Nullable Digestible variables;
    private int at;
    private long delayNanos;

    public Steps() {}

    /** One step: may wait, does something, may be followed by a delay, may jump. */
    private record Step(BooleanSupplier ready, Runnable action, long delayNanos, BooleanSupplier jumps, int target) {}

    private static boolean always() {
        return true;
    }

    private static boolean never() {
        return false;
    }

    public Steps then(Runnable action) {
        return when(Steps::always, action);
    }

    /** A step that waits for {@code ready}. */
    public Steps when(BooleanSupplier ready, Runnable action) {
        steps.add(new Step(ready, action, 0, Steps::never, 0));
        return this;
    }

    /** A step that only waits. */
    public Steps await(BooleanSupplier ready) {
        return when(ready, () -> {});
    }

    public Steps await(NdisEvent event) {
        return await(event::isSet);
    }

    public Steps sleep(long nanos) {
        steps.add(new Step(Steps::always, () -> {}, nanos, Steps::never, 0));
        return this;
    }

    /** Waits until the lock is free, and takes it. */
    public Steps acquire(Ndis ndis, NdisSpinLock lock) {
        return when(lock::isFree, () -> ndis.NdisAcquireSpinLock(lock));
    }

    public Steps release(Ndis ndis, NdisSpinLock lock) {
        return then(() -> ndis.NdisReleaseSpinLock(lock));
    }

    /** Goes back to the first step as long as {@code again}. */
    public Steps repeatWhile(BooleanSupplier again) {
        steps.add(new Step(Steps::always, () -> {}, 0, again, 0));
        return this;
    }

    /** What the handler returns; SUCCESS if this isn't called. */
    public Steps returns(Supplier<NdisStatus> status) {
        result = status;
        return this;
    }

    public Steps returns(NdisStatus status) {
        return returns(() -> status);
    }

    /** What a MiniportCheckForHangEx in steps answers; false if this isn't called. */
    public Steps answers(BooleanSupplier hung) {
        answer = hung;
        return this;
    }

    /** What its lambdas remember, for the explorer. */
    public Steps remembers(Digestible state) {
        variables = state;
        return this;
    }

    @Override
    public boolean isReady() {
        return at >= steps.size() || steps.get(at).ready().getAsBoolean();
    }

    @Override
    public long delayNanos() {
        return delayNanos;
    }

    @Override
    public boolean step(Ndis ndis) {
        delayNanos = 0;
        if (at < steps.size()) {
            Step step = steps.get(at);
            at++;
            step.action().run();
            delayNanos = step.delayNanos();
            if (step.jumps().getAsBoolean()) {
                at = step.target();
            }
        }
        return at < steps.size();
    }

    @Override
    public NdisStatus result() {
        return result.get();
    }

    @Override
    public boolean answer() {
        return answer.getAsBoolean();
    }

    @Override
    public void digest(Digest digest) {
        digest.add(at);
        if (variables != null) {
            variables.digest(digest);
        }
    }
}
