// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetPnPEvent;
import netreset.ndis.sim.Activity;
import netreset.ndis.trace.What;

/** When the miniport runs again, so do its filter modules, the lowest first, and then its protocols, one a step. */
final class RestartAbove extends Activity {
    private final AdapterBlock adapter;

    RestartAbove(AdapterBlock adapter) {
        this.adapter = adapter;
    }

    @Override
    public boolean isReady() {
        return adapter.state != AdapterState.RESTARTING;
    }

    @Override
    public boolean step() {
        if (adapter.state != AdapterState.RUNNING) {
            return true;
        }
        for (FilterModule module : adapter.indications.filters()) {
            if (module.paused) {
                restart(module);
                return false;
            }
        }
        for (int i = 0; i < adapter.bindings.count(); i++) {
            if (adapter.bindings.get(i).paused) {
                adapter.bindings.get(i).pnp(NetPnPEvent.RESTART);
                return false;
            }
        }
        return true;
    }

    private void restart(FilterModule module) {
        module.paused = false;
        adapter.kernel.log.event(What.RESTART, adapter.name, "ndis", module.label, null);
        NdisStatus status = adapter.kernel.settled(module.driver.FilterRestart(module.context()));
        adapter.kernel.log.event(What.RESTART_COMPLETE, adapter.name, module.label, "ndis", status, 0, null, 0, null);
    }

    @Override
    public void digest(Digest digest) {
        digest.add(8);
    }
}
