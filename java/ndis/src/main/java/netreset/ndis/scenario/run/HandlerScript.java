// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.List;
import java.util.function.Consumer;
import netreset.ndis.Digest;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.Script;
import netreset.ndis.scenario.Step;

/** A handler's steps. What it returns is said by one of them; what comes behind that is only arranged for. */
final class HandlerScript implements Script {
    private final Stage stage;
    private final List<Step> steps;
    private final Consumer<Step> doing;
    private int done;
    private NdisStatus result = NdisStatus.SUCCESS;

    HandlerScript(Stage stage, List<Step> steps, Consumer<Step> doing) {
        this.stage = stage;
        this.steps = steps;
        this.doing = doing;
    }

    @Override
    public boolean isReady() {
        return done >= steps.size() || Acts.isReady(stage, steps.get(done));
    }

    @Override
    public boolean step(Ndis ndis) {
        if (done < steps.size()) {
            Step step = steps.get(done);
            done++;
            if (step instanceof Step.Return returned) {
                result = returned.status();
            }
            doing.accept(step);
        }
        return done < steps.size();
    }

    @Override
    public NdisStatus result() {
        return result;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(done).add((Object) result);
        if (done < steps.size()) {
            digest.add(steps.get(done).at().toString());
        }
    }
}
