// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.Verification;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.LinkEvent;
import netreset.linux.netlink.LinkEvents;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.RouteSocket;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one NIC from the dispatch of its reset on, until it is back or time is up. One thread looks; any thread may ask
 * for the verdict so far.
 *
 * <p>It looks at intervals, and right away when a notification says that something changed: looks tell the truth,
 * notifications only when to look. While the call is in the kernel it doesn't look, as that would wait for the same lock.
 */
final class LinkWatch {
    static final int LOOK_INTERVAL_MILLIS = 10;

    private static final long LOOK_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(LOOK_INTERVAL_MILLIS);
    private static final long SEARCH_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ResetPlan plan;
    private final String bridge;
    private final NicSnapshot before;
    private final Dispatch dispatch;
    private final ResetListener listener;

    // Guarded by this: written by the looking thread, read by whoever asks for the verdict.
    private final Recovery recovery;
    private Dispatch.@Nullable Result result;
    private boolean driverAnswers;
    private boolean renamed;
    private boolean approximate;
    private @Nullable NicSnapshot elsewhere;
    private @Nullable String failure;

    private @Nullable Long searchedAt;

    /** Makes the call, on its own thread, and starts to measure with it. */
    LinkWatch(ResetPlan plan, String bridge, NicSnapshot before, Dispatch dispatch, ResetListener listener) {
        this.plan = plan;
        this.bridge = bridge;
        this.before = before;
        this.dispatch = dispatch;
        this.listener = listener;
        PlatformThread.start("netreset-dispatch-" + before.identity().index(), dispatch);
        this.recovery = new Recovery(before, dispatch.startedAt(), mayStartAfterNanos(plan));
    }

    private static long mayStartAfterNanos(ResetPlan plan) {
        DriverRecipe recipe = DriverRecipe.of(plan.device().driver());
        return (recipe == null ? DriverRecipe.UNKNOWN_MAY_START_AFTER : recipe.mayStartAfter()).toNanos();
    }

    /** Runs something once the call has come back, at once if it has; maybe long after the verdict. */
    void whenReturned(Runnable action) {
        CompletableFuture<?> unused = dispatch.returned().whenComplete((came, defect) -> action.run());
    }

    /** When time is up, by {@link System#nanoTime()}. */
    long deadline() {
        return dispatch.startedAt() + plan.request().timeout().toNanos();
    }

    /**
     * Looks until it is known what became of the reset, or time is up.
     *
     * @param ethtool opened in the NIC's network namespace; as are the others
     * @throws ResetException if the call failed in a way after which nothing can have happened
     */
    ResetReport follow(Nics.Found found, RouteSocket route, LinkEvents events, EthtoolSocket ethtool)
            throws ResetException {
        tell(
                dispatch.startedAt(),
                ResetEvent.What.DISPATCHED,
                "asks the driver to reset " + plan.requested().hex());
        try {
            awaitReturn(events);
            returned(found, route);
            look(route);
            while (!isOver()) {
                awaitNextLook(events);
                look(route);
                search(route);
            }
            askDriver(ethtool);
        } catch (NetlinkException e) {
            failed(e);
        }
        return verdict();
    }

    /** What is to be said by what is known now. */
    synchronized ResetReport verdict() {
        long now = System.nanoTime();
        return new ResetVerdict(
                        plan,
                        bridge,
                        before,
                        result,
                        now - dispatch.startedAt(),
                        recovery,
                        failure == null && recovery.isSettled(),
                        driverAnswers,
                        renamed,
                        elsewhere,
                        approximate,
                        failure)
                .report();
    }

    /** Notifications are read all the while: the kernel's queue for them is short. */
    private void awaitReturn(LinkEvents events) throws NetlinkException {
        while (!dispatch.returned().isDone() && System.nanoTime() - deadline() < 0) {
            hear(events.receive(LOOK_INTERVAL_MILLIS));
        }
    }

    private void returned(Nics.Found found, RouteSocket route) throws NetlinkException, ResetException {
        if (!dispatch.returned().isDone()) {
            return;
        }
        Dispatch.Result came = dispatch.returned().join();
        synchronized (this) {
            result = came;
            recovery.returned(came.at());
        }
        tell(came.at(), ResetEvent.What.RETURNED, "the call came back");
        if (came.errno() != 0) {
            boolean there = route.link(before.identity().index()).isPresent();
            ResetException harmless =
                    DispatchError.harmless(came.errno(), found, plan.requested().bits(), there);
            if (harmless != null) {
                throw harmless;
            }
        }
        checkName(route);
    }

    /** The kernel found the interface by name: if another one has that name now, the other may have been reset. */
    private void checkName(RouteSocket route) throws NetlinkException {
        Optional<Link> now = route.link(before.identity().index());
        if (now.isPresent() && !now.get().name().equals(before.identity().name())) {
            synchronized (this) {
                renamed = true;
            }
        }
    }

    private synchronized boolean isOver() {
        long now = System.nanoTime();
        return result == null
                || plan.request().verification() == Verification.NONE
                || elsewhere != null
                || recovery.isSettled()
                || now - deadline() >= 0;
    }

    private void awaitNextLook(LinkEvents events) throws NetlinkException {
        long next = System.nanoTime() + LOOK_INTERVAL_NANOS;
        boolean concerned = false;
        while (!concerned) {
            long left = next - System.nanoTime();
            if (left <= 0) {
                return;
            }
            concerned = hear(events.receive((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left))));
        }
    }

    /** Whether any of the events is about this NIC, or might be. */
    private boolean hear(List<LinkEvent> heard) {
        boolean concerned = false;
        for (LinkEvent event : heard) {
            if (event instanceof LinkEvent.Lost) {
                lost();
                concerned = true;
            } else if (event instanceof LinkEvent.Changed changed) {
                concerned |= changed.link().index() == before.identity().index();
            } else if (event instanceof LinkEvent.Deleted deleted) {
                concerned |= deleted.link().index() == before.identity().index();
            }
        }
        return concerned;
    }

    private void lost() {
        synchronized (this) {
            approximate = true;
        }
        tell(System.nanoTime(), ResetEvent.What.NOTIFICATIONS_LOST, "the kernel lost notifications");
    }

    private void look(RouteSocket route) throws NetlinkException {
        NicSnapshot seen =
                route.link(before.identity().index()).map(Snapshots::of).orElse(null);
        long at = System.nanoTime();
        boolean wasGood;
        boolean wasThere;
        synchronized (this) {
            wasGood = recovery.isGood();
            wasThere = recovery.isThere();
            recovery.look(at, seen);
        }
        if (wasThere && seen == null) {
            tell(at, ResetEvent.What.VANISHED, "the interface is gone");
        } else if (wasGood && !recovery.isGood()) {
            tell(at, ResetEvent.What.LINK_LOST, "the link is away");
        } else if (!wasGood && recovery.isGood()) {
            tell(at, ResetEvent.What.LINK_BACK, "the link is back");
        }
    }

    /** Hardware whose driver was bound anew comes back as another interface. */
    private void search(RouteSocket route) throws NetlinkException {
        long now = System.nanoTime();
        if (recovery.isThere() || (searchedAt != null && now - searchedAt < SEARCH_INTERVAL_NANOS)) {
            return;
        }
        searchedAt = now;
        for (Link link : route.links()) {
            NicSnapshot seen = Snapshots.of(link);
            if (seen.identity().sameHardware(before.identity())) {
                synchronized (this) {
                    elsewhere = seen;
                }
            }
        }
    }

    private void askDriver(EthtoolSocket ethtool) {
        NicSnapshot last = recovery.last();
        boolean answers = last != null && ethtool.isPresent(last.identity().name());
        synchronized (this) {
            driverAnswers = answers;
        }
    }

    /** The reset was dispatched: that watching failed must not hide what became of the call. */
    private void failed(NetlinkException e) {
        synchronized (this) {
            failure = e.getMessage();
        }
        try {
            Dispatch.Result came = PlatformThread.await(dispatch.returned(), deadline());
            synchronized (this) {
                result = came;
            }
        } catch (ExecutionException | TimeoutException late) {
            // The verdict says that the call is still away.
        }
    }

    private void tell(long at, ResetEvent.What what, String text) {
        listener.onEvent(new ResetEvent(plan.request().target(), recovery.sinceDispatch(at), what, text));
    }
}
