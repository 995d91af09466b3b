// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.List;
import netreset.ndis.Digest;
import netreset.ndis.NdisStatus;
import netreset.ndis.sim.Activity;
import netreset.ndis.trace.What;

/** Pauses an adapter's filter modules, one a step, the topmost first. */
final class PauseFilters extends Activity {
    private final AdapterBlock adapter;

    PauseFilters(AdapterBlock adapter) {
        this.adapter = adapter;
    }

    @Override
    public boolean step() {
        List<FilterModule> modules = adapter.indications.filters();
        int at = modules.size() - 1;
        while (at >= 0 && modules.get(at).paused) {
            at--;
        }
        if (at < 0 || adapter.state != AdapterState.RUNNING) {
            return true;
        }
        FilterModule module = modules.get(at);
        module.paused = true;
        adapter.kernel.log.event(What.PAUSE, adapter.name, "ndis", module.label, null);
        NdisStatus status = adapter.kernel.settled(module.driver.FilterPause(module.context()));
        adapter.kernel.log.event(What.PAUSE_COMPLETE, adapter.name, module.label, "ndis", status, 0, null, 0, null);
        return false;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(7);
    }
}
