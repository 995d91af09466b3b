// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.bridge.Bridge;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.LinkEvents;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.RouteSocket;

/**
 * One ETHTOOL_RESET, from the last look before it to the verdict after it.
 *
 * <p>Three threads: the caller's, which waits and keeps the deadline; one that looks at the link, and may be stuck behind
 * the kernel's link configuration lock; and the {@link Dispatch}, which may hold that lock.
 */
final class EthtoolReset {
    static final String METHOD = "ethtool";

    /** How long the looking thread may be late with its own verdict before the caller's thread gives one. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Bridge bridge;
    private final NetworkNamespace namespace;
    private final Nics.Found found;
    private final ResetPlan plan;
    private final ResetListener listener;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.PREPARING);
    private final CompletableFuture<LinkWatch> dispatched = new CompletableFuture<>();
    private final CompletableFuture<ResetReport> finished = new CompletableFuture<>();

    EthtoolReset(Bridge bridge, NetworkNamespace namespace, Nics.Found found, ResetPlan plan, ResetListener listener) {
        this.bridge = bridge;
        this.namespace = namespace;
        this.found = found;
        this.plan = plan;
        this.listener = listener;
    }

    private enum Phase {
        PREPARING,
        DISPATCHING,
        GIVEN_UP
    }

    /**
     * Resets and watches. Returns at the request's timeout at the latest, whatever the kernel does.
     *
     * @param whenIdle run once no thread of this operation is in the driver any more; maybe long after the return
     * @throws ResetException if nothing was reset, and nothing can have been
     */
    ResetReport run(Runnable whenIdle) throws ResetException {
        PlatformThread.start("netreset-watch-" + plan.identity().index(), this::observe);
        LinkWatch watch;
        try {
            watch = awaitDispatch();
        } catch (ExecutionException e) {
            whenIdle.run();
            throw KernelWork.explained(e.getCause());
        } catch (TimeoutException e) {
            whenIdle.run();
            throw KernelWork.unanswered(plan.request().timeout(), e);
        }
        watch.whenReturned(whenIdle);
        return verdict(watch);
    }

    /** Either the dispatch is made in time, or it never will be. */
    private LinkWatch awaitDispatch() throws ExecutionException, TimeoutException {
        try {
            return PlatformThread.await(
                    dispatched, System.nanoTime() + plan.request().timeout().toNanos());
        } catch (TimeoutException e) {
            if (phase.compareAndSet(Phase.PREPARING, Phase.GIVEN_UP)) {
                throw e;
            }
            return PlatformThread.await(dispatched, System.nanoTime() + KernelWork.LIMIT.toNanos());
        }
    }

    private ResetReport verdict(LinkWatch watch) throws ResetException {
        try {
            return PlatformThread.await(finished, watch.deadline() + GRACE_NANOS);
        } catch (ExecutionException e) {
            throw KernelWork.explained(e.getCause());
        } catch (TimeoutException e) {
            return watch.verdict();
        }
    }

    /** The looking thread. */
    private void observe() {
        try (RouteSocket route = namespace.open(() -> RouteSocket.open(bridge.libc()));
                LinkEvents events = namespace.open(() -> LinkEvents.open(bridge.libc()));
                EthtoolSocket ethtool = namespace.open(() -> EthtoolSocket.open(bridge))) {
            NicSnapshot before = lookBefore(route);
            if (!before.identity().sameDevice(plan.identity())) {
                throw DispatchError.vanished(plan.identity().name());
            }
            if (phase.compareAndSet(Phase.PREPARING, Phase.DISPATCHING)) {
                LinkWatch watch = new LinkWatch(plan, bridge.name(), before, dispatch(before), listener);
                dispatched.complete(watch);
                finished.complete(watch.follow(found, route, events, ethtool));
            }
        } catch (ResetException | NetlinkException | RuntimeException | Error e) {
            dispatched.completeExceptionally(e);
            finished.completeExceptionally(e);
        }
    }

    private NicSnapshot lookBefore(RouteSocket route) throws NetlinkException, ResetException {
        Link link = route.link(plan.identity().index())
                .orElseThrow(() -> DispatchError.vanished(plan.identity().name()));
        return Snapshots.of(link);
    }

    private Dispatch dispatch(NicSnapshot before) throws ResetException {
        EthtoolSocket socket = namespace.open(() -> EthtoolSocket.open(bridge));
        return new Dispatch(socket, before.identity().name(), plan.requested().bits());
    }
}
