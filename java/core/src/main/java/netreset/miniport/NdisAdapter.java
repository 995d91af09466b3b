// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetReport;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.Ndis;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.library.Settings;
import netreset.ndis.realtime.RealTimeLoop;
import netreset.ndis.rules.Profile;
import netreset.ndis.rules.Violation;
import netreset.ndis.sim.Fifo;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.Trace;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/**
 * An adapter of the NDIS model, in real time, with hardware behind it. Protocol drivers written in Java are bound to it and
 * are told RESET_START and RESET_END; in between, NDIS refuses their sends and requests. Each event says whether a real
 * device did it or the model pretends.
 *
 * <p>No frame passes through it: sends that NDIS accepts come back with NOT_SUPPORTED.
 */
public final class NdisAdapter implements AutoCloseable {
    private final Hardware hardware;
    private final Simulation simulation = new Simulation(Fifo.FIFO, 0);
    private final NdisLibrary ndis;
    private final RealTimeLoop loop;
    private final MiniportAdapterHandle handle;
    private final List<Throwable> failures = new ArrayList<>();
    private volatile boolean closed;
    private volatile ResetListener listener = ResetListener.NONE;
    private @Nullable HardwareResult last;
    private @Nullable CompletableFuture<HardwareResult> over;

    /**
     * Starts an adapter; does nothing to the hardware.
     *
     * @param name the adapter's
     * @param trace told of each event, on the adapter's thread
     * @param protocols makes the protocol drivers to be bound, for the NDIS they are to call; all their handlers are called on
     *     the adapter's thread
     */
    public NdisAdapter(String name, Hardware hardware, Trace trace, List<Function<Ndis, ProtocolDriver<?>>> protocols) {
        this.hardware = hardware;
        this.ndis = new NdisLibrary(Settings.of(Profile.NDIS_6_30), simulation, event -> {
            trace.add(event);
            look(event);
        });
        this.loop = new RealTimeLoop(simulation, "netreset-ndis", this::failed);
        this.handle = loop.call(() -> start(name, protocols));
        loop.call(() -> true);
    }

    private MiniportAdapterHandle start(String name, List<Function<Ndis, ProtocolDriver<?>>> protocols) {
        int number = 0;
        for (Function<Ndis, ProtocolDriver<?>> protocol : protocols) {
            number++;
            ndis.NdisRegisterProtocolDriver(protocol.apply(ndis), "protocol" + number);
        }
        HardwareMiniport miniport =
                new HardwareMiniport(ndis, loop, hardware, event -> listener.onEvent(event), result -> last = result);
        return ndis.addAdapter(
                ndis.NdisMRegisterMiniportDriver(miniport, MiniportCharacteristics.of("netreset")), name);
    }

    /**
     * Calls NdisMResetMiniport, and waits until the reset is over and everybody has been told.
     *
     * @return what came of the hardware
     * @throws ResetException if nothing was reset: the hardware's reason; DEFECT if a protocol driver stopped the
     *     model, BUSY if another reset is under way, OUTCOME_UNKNOWN if the adapter was closed meanwhile
     */
    public ResetReport reset() throws ResetException {
        return reset(ResetListener.NONE);
    }

    /**
     * Likewise, telling a listener what happens to the hardware.
     *
     * @throws ResetException as {@link #reset()}
     */
    public ResetReport reset(ResetListener told) throws ResetException {
        HardwareResult result = call(() -> begin(told)).join();
        settle();
        if (result.failure() != null) {
            throw result.failure();
        }
        return Objects.requireNonNull(result.report());
    }

    private CompletableFuture<HardwareResult> begin(ResetListener told) {
        ResetException hindrance = hindrance();
        if (hindrance != null) {
            return CompletableFuture.completedFuture(new HardwareResult(null, hindrance));
        }
        listener = told;
        last = null;
        CompletableFuture<HardwareResult> wanted = new CompletableFuture<>();
        over = wanted;
        ndis.NdisMResetMiniport(handle);
        return wanted;
    }

    /** Why a reset would never come to its end, so that nobody may wait for it. */
    private @Nullable ResetException hindrance() {
        if (closed) {
            throw new IllegalStateException("the adapter is closed");
        } else if (!failures.isEmpty() || ndis.bugCheck() != null) {
            return stopped();
        } else if (last != null && last.isGone()) {
            return new ResetException(Reason.NOT_FOUND, "the adapter's hardware is gone, and the adapter with it");
        } else if (over != null && !over.isDone()) {
            return new ResetException(Reason.BUSY, "another reset of the adapter is under way");
        }
        return null;
    }

    /** What protocols do when they are told that it is over belongs to it. */
    private void settle() {
        try {
            call(() -> true);
        } catch (IllegalStateException e) {
            // Closed meanwhile: nothing more will be done.
        }
    }

    private void look(Event event) {
        if (event.what() == What.BUG_CHECK) {
            end(stopped());
        } else if (event.what() == What.RESET_DONE && over != null && last != null) {
            over.complete(last);
        }
    }

    /** A driver has thrown something: what NDIS was about to do then will never be done. */
    private void failed(Throwable thrown) {
        failures.add(thrown);
        end(stopped());
    }

    private ResetException stopped() {
        return new ResetException(Reason.DEFECT, "the model stopped: " + broken());
    }

    private void end(ResetException why) {
        if (over != null) {
            over.complete(new HardwareResult(null, why));
        }
    }

    /** Has something done on the adapter's thread, where alone NDIS may be called from, and waits for it. */
    public <T> T call(Supplier<T> action) {
        return loop.call(action);
    }

    /** What drivers call. On the adapter's thread only: see {@link #call}. */
    public Ndis ndis() {
        return ndis;
    }

    /** What NDIS calls the adapter. */
    public MiniportAdapterHandle handle() {
        return handle;
    }

    /** Which rules have been broken. */
    public List<Violation> violations() {
        return call(ndis::violations);
    }

    private String broken() {
        List<String> lines = new ArrayList<>();
        ndis.violations().forEach(violation -> lines.add(violation.toString()));
        failures.forEach(failure -> lines.add(failure.toString()));
        return String.join("; ", lines);
    }

    /**
     * Stops it. A reset of the hardware that is under way goes on, as nothing can call it back, but nobody waits for it any
     * longer.
     */
    @Override
    public void close() {
        closed = true;
        loop.close();
        end(new ResetException(
                Reason.OUTCOME_UNKNOWN, "the adapter was closed while its hardware was being reset, which goes on"));
    }
}
