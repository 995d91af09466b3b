// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.Set;
import netreset.ndis.BindParameters;
import netreset.ndis.DevicePnPEvent;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.HaltAction;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.NdisStatus;
import netreset.ndis.PowerState;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Activity;
import netreset.ndis.sim.Agent;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** An adapter's coming and going, one thing after the other on the thread of the Plug and Play manager. */
final class Lifecycle implements Digestible {
    private final AdapterBlock adapter;
    private final Kernel kernel;
    private final Agent pnp;
    private boolean waiting;
    /** What was paused for something else ran before. */
    private boolean resumes;

    private NdisStatus answer = NdisStatus.SUCCESS;

    Lifecycle(AdapterBlock adapter) {
        this.adapter = adapter;
        this.kernel = adapter.kernel;
        this.pnp = kernel.simulation.agent("thread pnp " + adapter.name, Irql.PASSIVE);
    }

    void start() {
        pnp.enqueue(new Initialize());
        restart();
        pnp.enqueue(new Bind());
    }

    void bind() {
        pnp.enqueue(new Bind());
    }

    void unbind(String protocol) {
        pnp.enqueue(new Unbind(protocol));
    }

    /** From the top down. */
    void pause() {
        pnp.enqueue(new PauseProtocols(adapter));
        pnp.enqueue(new PauseFilters(adapter));
        pnp.enqueue(new Pause());
    }

    /** From the bottom up. */
    void restart() {
        pnp.enqueue(new Restart(false));
        pnp.enqueue(new RestartAbove(adapter));
    }

    /** Restarts what {@link #pauseForAWhile} has paused. */
    void resume() {
        pnp.enqueue(new Restart(true));
        pnp.enqueue(new RestartAbove(adapter));
    }

    private void pauseForAWhile() {
        pnp.enqueue(new Errand("whether it runs", () -> resumes |= adapter.state == AdapterState.RUNNING));
        pause();
    }

    void attach(String filter) {
        pauseForAWhile();
        pnp.enqueue(new Errand("attach", () -> kernel.library.attach(filter, adapter)));
        resume();
    }

    void detach(String filter) {
        pauseForAWhile();
        pnp.enqueue(new Errand("detach", () -> kernel.library.detach(filter, adapter)));
        resume();
    }

    /** Since NDIS 6.30 a driver can want no pause before it goes to sleep. */
    void power(PowerState state) {
        pnp.enqueue(new Errand("power", () -> {
            boolean unpaused = adapter.hasAttribute(MiniportAttributes.NO_PAUSE_ON_SUSPEND)
                    && adapter.version.isAtLeast(Profile.NDIS_6_30);
            if (adapter.power == PowerState.D0 && state != PowerState.D0 && !unpaused) {
                pauseForAWhile();
            }
            if (adapter.power != state) {
                pnp.enqueue(new SetPower(adapter, state));
            }
        }));
    }

    void halt(HaltAction action) {
        pnp.enqueue(new Leave(action));
        pause();
        pnp.enqueue(new Halt(action));
    }

    /** NdisMRemoveMiniport. */
    void remove() {
        if (!adapter.leaving) {
            kernel.log.event(What.REMOVE, adapter.name, adapter.miniport, "ndis", null);
            adapter.leaving = true;
            halt(HaltAction.DEVICE_FAILED);
        }
    }

    void surpriseRemove() {
        adapter.surpriseRemoved = true;
        pnp.enqueue(new Surprise());
        pause();
        pnp.enqueue(new Leave(HaltAction.SURPRISE_REMOVED));
        pnp.enqueue(new Halt(HaltAction.SURPRISE_REMOVED));
    }

    void shutdown() {
        pnp.enqueue(new Shutdown());
    }

    void pauseComplete() {
        if (!waiting || adapter.state != AdapterState.PAUSING) {
            unexpected("NdisMPauseComplete");
            return;
        }
        waiting = false;
        paused();
    }

    void restartComplete(NdisStatus status) {
        if (!waiting || adapter.state != AdapterState.RESTARTING) {
            unexpected("NdisMRestartComplete");
            return;
        }
        waiting = false;
        restarted(status);
    }

    private void unexpected(String call) {
        kernel.bugCheck(
                79,
                adapter.name,
                new BugCheck(
                        BugCheck.DRIVER,
                        BugCheck.PAUSE_COMPLETE_UNEXPECTED,
                        call + " of " + adapter.name + " while " + adapter.state));
    }

    private void paused() {
        adapter.state(AdapterState.PAUSED);
        kernel.log.event(What.PAUSE_COMPLETE, adapter.name, adapter.miniport, "ndis", null);
    }

    private void restarted(NdisStatus status) {
        adapter.state(status.value() < 0 ? AdapterState.PAUSED : AdapterState.RUNNING);
        kernel.log.event(What.RESTART_COMPLETE, adapter.name, adapter.miniport, "ndis", status, 0, null, 0, null);
    }

    @Override
    public void digest(Digest digest) {
        digest.flags(waiting, resumes);
    }

    /** A call of a handler, perhaps in steps, and what follows its result. */
    private abstract class Call extends Activity {
        private @Nullable ScriptRun steps;
        private boolean called;

        /** Whether there is anything to do. */
        abstract boolean applies();

        abstract NdisStatus call();

        abstract void returned(NdisStatus status);

        @Override
        public boolean isReady() {
            return !waiting;
        }

        @Override
        public boolean step() {
            if (!called) {
                if (!applies()) {
                    return true;
                }
                called = true;
                answer = call();
                steps = kernel.pushed();
                if (steps != null) {
                    return false;
                }
            } else if (steps != null) {
                answer = steps.result();
                steps = null;
            }
            returned(answer);
            return true;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(called);
        }
    }

    private final class Initialize extends Call {
        @Override
        boolean applies() {
            return adapter.state == AdapterState.HALTED;
        }

        @Override
        NdisStatus call() {
            adapter.state(AdapterState.INITIALIZING);
            adapter.reset.initialized();
            kernel.log.event(What.INITIALIZE, adapter.name, "ndis", adapter.miniport, null);
            return adapter.driver.MiniportInitializeEx(adapter.handle);
        }

        @Override
        void returned(NdisStatus status) {
            kernel.log.event(What.INITIALIZE_RETURN, adapter.name, adapter.miniport, "ndis", status, 0, null, 0, null);
            if (status.equals(NdisStatus.SUCCESS) && adapter.hasAttributes()) {
                adapter.state(AdapterState.PAUSED);
                kernel.library.attachFilters(adapter);
            } else {
                adapter.hang.stop();
                adapter.state(AdapterState.HALTED);
            }
        }
    }

    private final class Restart extends Call {
        private final boolean resuming;

        Restart(boolean resuming) {
            this.resuming = resuming;
        }

        @Override
        boolean applies() {
            if (resuming && (!resumes || adapter.power != PowerState.D0)) {
                return false;
            }
            resumes &= !resuming;
            return adapter.state == AdapterState.PAUSED && !adapter.leaving && !adapter.surpriseRemoved;
        }

        @Override
        NdisStatus call() {
            adapter.state(AdapterState.RESTARTING);
            waiting = true;
            kernel.log.event(What.RESTART, adapter.name, "ndis", adapter.miniport, null);
            return adapter.driver.MiniportRestart(adapter.context());
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        void returned(NdisStatus status) {
            if (!status.equals(NdisStatus.PENDING) && waiting) {
                waiting = false;
                restarted(status);
            }
        }
    }

    private final class Pause extends Call {
        @Override
        boolean applies() {
            return adapter.state == AdapterState.RUNNING;
        }

        @Override
        NdisStatus call() {
            adapter.state(AdapterState.PAUSING);
            waiting = true;
            kernel.log.event(What.PAUSE, adapter.name, "ndis", adapter.miniport, null);
            return adapter.driver.MiniportPause(adapter.context());
        }

        @Override
        public boolean isReady() {
            return adapter.state != AdapterState.RESTARTING || !waiting;
        }

        @Override
        void returned(NdisStatus status) {
            if (!status.equals(NdisStatus.PENDING) && waiting) {
                waiting = false;
                paused();
            }
        }
    }

    /** Tells the protocols that have no binding yet, one a step. */
    private final class Bind extends Activity {
        private int at;

        @Override
        public boolean isReady() {
            return !waiting;
        }

        @Override
        public boolean step() {
            boolean bindable = adapter.state == AdapterState.RUNNING || adapter.state == AdapterState.PAUSED;
            if (!bindable || at >= kernel.library.protocols().size()) {
                return true;
            }
            ProtocolBlock protocol = kernel.library.protocols().get(at);
            at++;
            if (!isBound(protocol)) {
                boolean condis = adapter.block.characteristics.condis();
                protocol.driver.ProtocolBindAdapterEx(
                        protocol.handle, new BindParameters(adapter.name, condis, Set.of()));
                kernel.settle();
            }
            return at >= kernel.library.protocols().size();
        }

        private boolean isBound(ProtocolBlock protocol) {
            for (int i = 0; i < adapter.bindings.count(); i++) {
                if (adapter.bindings.get(i).protocolName.equals(protocol.name)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(at);
        }
    }

    /** Asks one protocol to close its bindings. */
    private final class Unbind extends Activity {
        private final String protocol;

        Unbind(String protocol) {
            this.protocol = protocol;
        }

        @Override
        public boolean step() {
            for (int i = 0; i < adapter.bindings.count(); i++) {
                Binding binding = adapter.bindings.get(i);
                if (binding.protocolName.equals(protocol) && !binding.closing) {
                    binding.protocol.ProtocolUnbindAdapterEx(binding.context);
                    kernel.settle();
                    return false;
                }
            }
            return true;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(protocol);
        }
    }

    /** All bindings are asked to close, and do. */
    private final class Leave extends Activity {
        private final HaltAction action;

        Leave(HaltAction action) {
            this.action = action;
        }

        @Override
        public boolean isReady() {
            return !waiting && (next() != null || adapter.bindings.count() == 0 || !adapter.leaving);
        }

        private @Nullable Binding next() {
            for (int i = 0; i < adapter.bindings.count(); i++) {
                if (!adapter.bindings.get(i).closing) {
                    return adapter.bindings.get(i);
                }
            }
            return null;
        }

        @Override
        public boolean step() {
            adapter.leaving = true;
            Binding binding = next();
            if (binding != null) {
                binding.protocol.ProtocolUnbindAdapterEx(binding.context);
                kernel.settle();
            }
            return adapter.bindings.count() == 0;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(action);
        }
    }

    private final class Surprise extends Call {
        @Override
        boolean applies() {
            return adapter.hasAttributes() && adapter.state != AdapterState.HALTED;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        NdisStatus call() {
            kernel.log.event(What.PNP_EVENT, adapter.name, "ndis", adapter.miniport, "surprise removed");
            adapter.removalNoticed = true;
            adapter.driver.MiniportDevicePnPEventNotify(adapter.context(), DevicePnPEvent.SURPRISE_REMOVED);
            return NdisStatus.SUCCESS;
        }

        @Override
        void returned(NdisStatus status) {
            // It was told, no more.
        }
    }

    private final class Halt extends Call {
        private final HaltAction action;

        Halt(HaltAction action) {
            this.action = action;
        }

        @Override
        boolean applies() {
            return adapter.state == AdapterState.PAUSED;
        }

        @Override
        public boolean isReady() {
            boolean resetOver = !kernel.knobs.haltWaits()
                    ? !adapter.reset.isAnnounced() || adapter.reset.state() == ResetState.PENDING
                    : adapter.reset.state() == ResetState.IDLE;
            return !waiting && resetOver && adapter.sends.count() == 0 && adapter.oids.inMiniport() == 0;
        }

        @Override
        NdisStatus call() {
            adapter.reset.abandon();
            kernel.log.event(What.HALT, adapter.name, "ndis", adapter.miniport, action.name());
            adapter.driver.MiniportHaltEx(adapter.context(), action);
            return NdisStatus.SUCCESS;
        }

        @Override
        void returned(NdisStatus status) {
            adapter.state(AdapterState.HALTED);
            adapter.hang.stop();
            kernel.library.halted(adapter);
        }
    }

    private final class Shutdown extends Call {
        @Override
        boolean applies() {
            return switch (adapter.state) {
                case PAUSED, RESTARTING, RUNNING, PAUSING -> true;
                default -> false;
            };
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        NdisStatus call() {
            kernel.log.event(What.SHUTDOWN, adapter.name, "ndis", adapter.miniport, null);
            adapter.driver.MiniportShutdownEx(adapter.context());
            return NdisStatus.SUCCESS;
        }

        @Override
        void returned(NdisStatus status) {
            adapter.state(AdapterState.SHUTDOWN);
            adapter.hang.stop();
            kernel.library.silence(adapter);
        }
    }
}
