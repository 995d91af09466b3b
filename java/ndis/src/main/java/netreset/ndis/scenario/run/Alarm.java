// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.Digest;
import netreset.ndis.sim.Activity;
import netreset.ndis.sim.Agent;
import netreset.ndis.sim.Timed;

/** Gives an agent something to do when it is time. */
final class Alarm extends Timed {
    private final Agent agent;
    private final Activity activity;

    Alarm(Agent agent, Activity activity) {
        this.agent = agent;
        this.activity = activity;
    }

    @Override
    protected void due() {
        agent.enqueue(activity);
    }

    @Override
    public void digest(Digest digest) {
        digest.add(agent.name());
        activity.digest(digest);
    }
}
