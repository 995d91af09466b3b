// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.Digest;

/**
 * The steps on the Java stack, and what no digest sees of them: where in its code each is and what its local variables hold.
 * Both follow from the state in which the step began and from those in which it went on where others could step in its
 * middle, as nothing else tells a step anything; so steps with equal histories are at the same place with the same variables.
 */
final class StepsUnderWay {
    private final List<UnderWay> steps = new ArrayList<>();
    private int depth;

    /** One of them; used again and again. */
    private static final class UnderWay {
        private final Digest history = new Digest();
        private Branch from;
        private boolean interruptible;

        UnderWay(Branch from) {
            this.from = from;
        }
    }

    void clear() {
        depth = 0;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    /** One begins, in the middle of those that are under way. */
    void begin(int agent, Branch from) {
        if (depth == steps.size()) {
            steps.add(new UnderWay(from));
        }
        UnderWay step = steps.get(depth);
        step.from = from;
        step.interruptible = false;
        step.history.clear();
        step.history.add(agent).add(from.high).add(from.low);
        depth++;
    }

    /** Others could step in the middle of the last one. */
    void interrupt() {
        steps.get(depth - 1).interruptible = true;
    }

    /** The last one goes on where others could step. */
    void goOn(Branch from) {
        steps.get(depth - 1).history.add(from.high).add(from.low);
    }

    /**
     * The last one is done; one that was interrupted counts as touching everything.
     *
     * @param touched a bit for each thing that it touched
     */
    void end(long touched) {
        depth--;
        UnderWay step = steps.get(depth);
        if (step.from.isPreemption) {
            return;
        }
        step.from.stepped(step.interruptible ? Branch.EVERYTHING : touched);
        if (depth > 0) {
            // The one around it waits, and isn't asked again before it goes on.
            steps.get(depth - 1).history.add(step.history.high()).add(step.history.low());
        }
    }

    void addTo(Digest digest) {
        for (int i = 0; i < depth; i++) {
            Digest history = steps.get(i).history;
            digest.add(history.high()).add(history.low());
        }
    }
}
