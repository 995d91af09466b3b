// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.bridge.MprapiFunction;

/** Sees whether one native call takes too long, by looking from time to time. */
final class CallWatch {
    private final CallMeter meter;
    private final long timeoutNanos;
    private long seen;
    private long since;

    CallWatch(CallMeter meter, long timeoutNanos) {
        this.meter = meter;
        this.timeoutNanos = timeoutNanos;
        this.seen = meter.look();
        this.since = System.nanoTime();
    }

    /** Whether a call has been under way for the timeout, as far as was seen. */
    boolean isExpired() {
        long now = System.nanoTime();
        long look = meter.look();
        if (look != seen) {
            seen = look;
            since = now;
        }
        return CallMeter.function(seen) != null && now - since >= timeoutNanos;
    }

    /** The function seen last; only after {@link #isExpired()}. */
    MprapiFunction function() {
        MprapiFunction function = CallMeter.function(seen);
        if (function == null) {
            throw new IllegalStateException("no call was under way");
        }
        return function;
    }
}
