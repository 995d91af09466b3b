// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.List;
import java.util.function.Consumer;
import netreset.ndis.Digest;
import netreset.ndis.NdisSpinLock;
import netreset.ndis.scenario.Step;
import netreset.ndis.sim.Activity;
import org.jspecify.annotations.Nullable;

/** Steps that an agent does one after the other; between them others may run. A lock that is held is waited for. */
final class Acts extends Activity {
    private final Stage stage;
    private final List<Act> acts;
    private int done;

    /**
     * A step, and how it is done.
     *
     * @param step what the file says
     * @param doing does it
     */
    record Act(Step step, Consumer<Step> doing) {}

    Acts(Stage stage, List<Act> acts) {
        this.stage = stage;
        this.acts = List.copyOf(acts);
    }

    @Override
    public boolean isReady() {
        return isReady(stage, acts.get(done).step());
    }

    static boolean isReady(Stage stage, @Nullable Step step) {
        if (step instanceof Step.Lock lock && lock.take()) {
            NdisSpinLock wanted = stage.lock(lock.name());
            return wanted.isFree();
        }
        return true;
    }

    @Override
    public boolean step() {
        Act act = acts.get(done);
        done++;
        act.doing().accept(act.step());
        return done == acts.size();
    }

    @Override
    public void digest(Digest digest) {
        digest.add(done);
        if (done < acts.size()) {
            digest.add(acts.get(done).step().at().toString());
        }
    }
}
