// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.sim.Activity;
import netreset.ndis.sim.Agent;
import netreset.ndis.trace.What;

/** A driver's function that an agent of its own calls: a timer's, a work item's, a DPC's. */
final class Routine extends Activity {
    private final Kernel kernel;
    final AdapterBlock adapter;
    private final What what;
    private final String name;
    private final Runnable function;
    private final Agent agent;
    private boolean called;

    Routine(Kernel kernel, AdapterBlock adapter, What what, String name, Runnable function, Agent agent) {
        this.kernel = kernel;
        this.adapter = adapter;
        this.what = what;
        this.name = name;
        this.function = function;
        this.agent = agent;
    }

    /** Has it called; returns false if it is to be called already. */
    boolean queue() {
        if (isEngaged()) {
            return false;
        }
        called = false;
        agent.enqueue(this);
        return true;
    }

    @Override
    public boolean step() {
        if (called || isSilent()) {
            return true;
        }
        called = true;
        if (kernel.log.isOn()) {
            kernel.log.event(what, adapter.name, "ndis", adapter.miniport, name);
        }
        function.run();
        return kernel.pushed() == null;
    }

    private boolean isSilent() {
        return adapter.state == AdapterState.HALTED || adapter.state == AdapterState.SHUTDOWN;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(name).add(called);
    }
}
