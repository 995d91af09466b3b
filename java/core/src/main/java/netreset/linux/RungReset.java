// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import netreset.LinkState;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.bridge.Bridge;
import netreset.linux.ladder.Deed;
import netreset.linux.ladder.Hardware;
import netreset.linux.ladder.Surroundings;
import netreset.linux.ladder.Target;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.LinkEvents;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.RouteSocket;
import org.jspecify.annotations.Nullable;

/**
 * One try of one means, from the last look before it to the verdict after it.
 *
 * <p>Three threads: the caller's, which waits and keeps the deadline; one that looks at the link, and may be stuck behind
 * the kernel's link configuration lock; and the {@link Dispatch}, which may hold that lock.
 */
final class RungReset {
    /** How long the looking thread may be late with its own verdict before the caller's thread gives one. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Bridge bridge;
    private final NetworkNamespace namespace;
    private final LinuxSite site;
    private final Try attempt;
    private final ResetListener listener;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.PREPARING);
    private final CompletableFuture<LinkWatch> dispatched = new CompletableFuture<>();
    private final CompletableFuture<ResetReport> finished = new CompletableFuture<>();

    RungReset(LinuxSite site, Try attempt, ResetListener listener) {
        this.bridge = site.bridge();
        this.namespace = site.namespace();
        this.site = site;
        this.attempt = attempt;
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
        PlatformThread.start("netreset-watch-" + attempt.planned().index(), this::observe);
        LinkWatch watch;
        try {
            watch = awaitDispatch();
        } catch (ExecutionException e) {
            whenIdle.run();
            throw KernelWork.explained(e.getCause());
        } catch (TimeoutException e) {
            whenIdle.run();
            throw KernelWork.unanswered(attempt.request().timeout(), e);
        }
        watch.whenReturned(whenIdle);
        return verdict(watch);
    }

    /** Either the dispatch is made in time, or it never will be. */
    private LinkWatch awaitDispatch() throws ExecutionException, TimeoutException {
        try {
            return PlatformThread.await(
                    dispatched, System.nanoTime() + attempt.request().timeout().toNanos());
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
            Target target = lookBefore(route);
            NicSnapshot before = before(target);
            Deed deed = attempt.means().prepare(target, target.link());
            if (phase.compareAndSet(Phase.PREPARING, Phase.DISPATCHING)) {
                LinkWatch watch = new LinkWatch(
                        attempt, bridge.name(), before, new Dispatch(deed), listener, this::hardware, site.files());
                dispatched.complete(watch);
                finished.complete(watch.follow(route, events, ethtool));
            }
        } catch (ResetException | NetlinkException | RuntimeException | Error e) {
            dispatched.completeExceptionally(e);
            finished.completeExceptionally(e);
        }
    }

    /** What a means before this one has taken away is allowed to be gone. */
    private Target lookBefore(RouteSocket route) throws NetlinkException, ResetException {
        Optional<Link> link = route.link(attempt.planned().index());
        if (link.isEmpty() && attempt.earlier() != null) {
            return attempt.target();
        }
        boolean same = link.isPresent() && Snapshots.identity(link.get()).sameDevice(attempt.planned());
        if (!same) {
            throw DispatchError.vanished(attempt.planned().name());
        }
        return attempt.target().at(link.get());
    }

    /** Whether it has to be switched on afterwards is decided by how it was before anything was tried. */
    private NicSnapshot before(Target target) {
        NicSnapshot now = Snapshots.of(target.link());
        NicSnapshot earlier = attempt.earlier();
        if (earlier == null) {
            return now;
        }
        LinkState link = now.link();
        return new NicSnapshot(
                now.identity(),
                new LinkState(
                        earlier.link().adminUp(),
                        link.operational(),
                        link.carrier(),
                        link.carrierUps(),
                        link.carrierDowns()));
    }

    private @Nullable Hardware hardware(Link link) {
        boolean own = namespace.label().isEmpty();
        return Hardware.of(Surroundings.of(site, own, List.of()).behind(link, null));
    }
}
