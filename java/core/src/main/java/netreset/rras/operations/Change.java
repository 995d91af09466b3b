// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.List;
import netreset.Printable;
import netreset.rras.Activity;
import netreset.rras.PortCondition;
import netreset.rras.PortDetail;
import netreset.rras.RasPort;
import org.jspecify.annotations.Nullable;

/**
 * What two looks at a port say of a call between them. That one followed the other is all that can be seen: where what
 * came after would have come by itself as well, nothing is known of an effect.
 */
record Change(
        PortOperation operation,
        RasPort before,
        @Nullable PortDetail detailBefore,
        RasPort after,
        @Nullable PortDetail detailAfter) {

    private static final String MAY_SHOW_NOTHING =
            " (an idle port that listens may show no change even after an effective device reset)";

    EffectWatch.Seen judge() {
        if (!after.name().equals(before.name()) || !after.device().equals(before.device())) {
            return seen(Effect.UNKNOWN, "its handle is now that of " + Printable.brief(after.name()));
        }
        if (!before.isConnected() && (after.isConnected() || isCalled())) {
            return seen(Effect.UNKNOWN, "a new call came in meanwhile");
        }
        return switch (operation) {
            case RESET -> reset();
            case DISCONNECT -> hangUp();
            case CLEAR_STATISTICS -> clearing();
        };
    }

    private EffectWatch.Seen reset() {
        if (isFreed()) {
            return seen(Effect.CONFIRMED, freed());
        } else if (wentOn()) {
            return seen(Effect.UNKNOWN, "what was under way went on: " + conditions());
        } else if (isOtherCondition()) {
            return seen(Effect.CONFIRMED, conditions());
        } else if (after.connectSeconds() < before.connectSeconds()) {
            return seen(
                    Effect.CONFIRMED,
                    "connected for " + before.connectSeconds() + " s -> " + after.connectSeconds() + " s");
        } else if (after.totalCalls() < before.totalCalls()) {
            return seen(Effect.CONFIRMED, "calls " + before.totalCalls() + " -> " + after.totalCalls());
        } else if (traffic() == Traffic.BACK) {
            return seen(Effect.CONFIRMED, "its counters went back");
        }
        return seen(Effect.NOT_OBSERVED, still() + (isListening() ? MAY_SHOW_NOTHING : ""));
    }

    private boolean isListening() {
        return before.activity() == Activity.IDLE && before.condition() == PortCondition.LISTENING;
    }

    private EffectWatch.Seen hangUp() {
        if (isFreed()) {
            return seen(Effect.CONFIRMED, freed());
        }
        boolean ready = before.condition() == PortCondition.INITIALIZING;
        boolean left =
                before.condition() == PortCondition.AUTHENTICATED || (after.activity() == Activity.IDLE && !ready);
        String there = isOtherCondition() && after.isConnected() ? ", its connection still there" : "";
        return seen(isOtherCondition() && left ? Effect.CONFIRMED : Effect.NOT_OBSERVED, conditions() + there);
    }

    private EffectWatch.Seen clearing() {
        if (before.connectionHandle() != after.connectionHandle()) {
            return seen(Effect.UNKNOWN, "its connection ended meanwhile, and counters may begin anew with each");
        }
        return switch (traffic()) {
            case UNREADABLE -> seen(Effect.UNKNOWN, "its counters can't be read");
            case BACK -> seen(Effect.CONFIRMED, "its counters went back");
            case BOTH -> seen(Effect.UNKNOWN, "some of its counters went back and others on: they may have wrapped");
            case NONE_YET -> seen(Effect.UNKNOWN, "its counters were 0 before");
            case ON -> seen(Effect.NOT_OBSERVED, "its counters didn't go back");
        };
    }

    private boolean isFreed() {
        return before.isConnected() && after.connectionHandle() != before.connectionHandle();
    }

    private String freed() {
        return (after.isConnected() ? "another connection is on it" : "its connection is gone") + ", " + conditions();
    }

    /** Whether somebody came to a free port since. */
    private boolean isCalled() {
        return before.activity() == Activity.IDLE && (isCalling(after) || after.totalCalls() > before.totalCalls());
    }

    private static boolean isCalling(RasPort port) {
        return port.condition() == PortCondition.CALLING_BACK || port.condition() == PortCondition.AUTHENTICATING;
    }

    /** Whether a call got further, or a device ready, as both do without anybody's help. */
    private boolean wentOn() {
        boolean further = isCalling(after) || after.condition() == PortCondition.AUTHENTICATED;
        return isOtherCondition()
                && (before.condition() == PortCondition.INITIALIZING || (isCalling(before) && further));
    }

    private boolean isOtherCondition() {
        return after.conditionValue() != before.conditionValue();
    }

    private String conditions() {
        return isOtherCondition() ? before.conditionText() + " -> " + after.conditionText() : still();
    }

    private String still() {
        return "still " + after.conditionText();
    }

    private enum Traffic {
        UNREADABLE,
        /** All were 0, and none is less than that. */
        NONE_YET,
        /** Some are less than before, and none is more. */
        BACK,
        /** None is less. */
        ON,
        BOTH
    }

    private Traffic traffic() {
        if (detailBefore == null || detailAfter == null) {
            return Traffic.UNREADABLE;
        }
        List<Long> then = IdleWatch.traffic(detailBefore.counters());
        List<Long> now = IdleWatch.traffic(detailAfter.counters());
        boolean less = false;
        boolean more = false;
        for (int i = 0; i < then.size(); i++) {
            less |= now.get(i) < then.get(i);
            more |= now.get(i) > then.get(i);
        }
        if (less) {
            return more ? Traffic.BOTH : Traffic.BACK;
        }
        return then.stream().allMatch(counter -> counter == 0) ? Traffic.NONE_YET : Traffic.ON;
    }

    private EffectWatch.Seen seen(Effect effect, String text) {
        return new EffectWatch.Seen(effect, after, detailAfter, text);
    }
}
