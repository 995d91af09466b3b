// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.InterruptHandle;
import netreset.ndis.Irql;
import netreset.ndis.sim.Activity;
import netreset.ndis.sim.Agent;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** An adapter's interrupt and its DPC. */
final class InterruptBlock {
    final InterruptHandle handle;
    final AdapterBlock adapter;
    final Routine dpc;
    private final Kernel kernel;
    private final Agent isrAgent;
    private final Service service = new Service();
    private int raised;
    boolean registered = true;

    InterruptBlock(Kernel kernel, AdapterBlock adapter, InterruptHandle handle) {
        this.kernel = kernel;
        this.adapter = adapter;
        this.handle = handle;
        this.isrAgent = kernel.simulation.agent("isr " + adapter.name, Irql.DEVICE);
        Agent dpcAgent = kernel.simulation.agent("dpc " + adapter.name, Irql.DISPATCH);
        this.dpc = new Routine(
                kernel,
                adapter,
                What.DPC,
                "MiniportInterruptDPC",
                () -> adapter.driver.MiniportInterruptDPC(adapter.context()),
                dpcAgent);
    }

    /** The device interrupts. */
    void raise() {
        raised++;
        if (!service.isEngaged()) {
            isrAgent.enqueue(service);
        }
    }

    /** MiniportInterrupt, as often as the device interrupted. */
    private final class Service extends Activity {
        private @Nullable ScriptRun steps;

        @Override
        public boolean step() {
            if (steps != null) {
                boolean claimed = steps.answer();
                steps = null;
                return served(claimed);
            }
            if (!registered || adapter.state == AdapterState.HALTED || adapter.state == AdapterState.SHUTDOWN) {
                raised = 0;
                return true;
            }
            if (kernel.log.isOn()) {
                kernel.log.event(What.INTERRUPT, adapter.name, "hardware " + adapter.name, adapter.miniport, null);
            }
            boolean claimed = adapter.driver.MiniportInterrupt(adapter.context());
            steps = kernel.pushed();
            return steps == null && served(claimed);
        }

        private boolean served(boolean claimed) {
            if (claimed) {
                dpc.queue();
            }
            raised--;
            return raised == 0;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(raised).add(steps != null);
        }
    }
}
