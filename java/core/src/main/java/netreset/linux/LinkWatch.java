// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.linux.ladder.Acted;
import netreset.linux.ladder.Hardware;
import netreset.linux.ladder.Restore;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.LinkEvent;
import netreset.linux.netlink.LinkEvents;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.RouteSocket;
import netreset.linux.proof.Counters;
import netreset.linux.proof.Traffic;
import netreset.linux.state.KernelFiles;
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
    private static final long AWAITED_SEARCH_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Try attempt;
    private final String bridge;
    private final NicSnapshot before;
    private final Dispatch dispatch;
    private final ResetListener listener;
    private final Function<Link, @Nullable Hardware> hardwareOf;
    private final @Nullable Hardware hardware;

    // Guarded by this: written by the looking thread, read by whoever asks for the verdict.
    private final Recovery recovery;
    private Dispatch.@Nullable Result result;
    private boolean driverAnswers;
    private boolean renamed;
    private boolean approximate;
    private @Nullable NicSnapshot elsewhere;
    private @Nullable String failure;
    private final List<String> unrestored = new ArrayList<>();
    private @Nullable Counters countersAfter;

    private final KernelFiles files;
    private final @Nullable Counters countersBefore;

    private @Nullable Long searchedAt;
    private boolean putBack;

    /**
     * Makes the call, on its own thread, and starts to measure with it.
     *
     * @param hardwareOf what hardware an interface is on
     * @param files where its counters are
     */
    LinkWatch(
            Try attempt,
            String bridge,
            NicSnapshot before,
            Dispatch dispatch,
            ResetListener listener,
            Function<Link, @Nullable Hardware> hardwareOf,
            KernelFiles files) {
        this.attempt = attempt;
        this.bridge = bridge;
        this.before = before;
        this.dispatch = dispatch;
        this.listener = listener;
        this.hardwareOf = hardwareOf;
        this.hardware = Hardware.of(attempt.target());
        this.files = files;
        this.countersBefore = counters(before);
        PlatformThread.start("netreset-dispatch-" + before.identity().index(), dispatch);
        this.recovery = new Recovery(
                before,
                dispatch.startedAt(),
                attempt.means().mayStartAfter(attempt.target()).toNanos());
    }

    /** Runs something once the call has come back, at once if it has; maybe long after the verdict. */
    void whenReturned(Runnable action) {
        CompletableFuture<?> unused = dispatch.returned().whenComplete((came, defect) -> action.run());
    }

    /** When time is up, by {@link System#nanoTime()}. */
    long deadline() {
        return dispatch.startedAt() + attempt.request().timeout().toNanos();
    }

    /**
     * Looks until it is known what became of the reset, or time is up.
     *
     * @param ethtool opened in the NIC's network namespace; as are the others
     * @throws ResetException if the call failed in a way after which nothing can have happened
     */
    ResetReport follow(RouteSocket route, LinkEvents events, EthtoolSocket ethtool) throws ResetException {
        tell(dispatch.startedAt(), ResetEvent.What.DISPATCHED, attempt.doing());
        try {
            awaitReturn(events);
            returned(route);
            putBackInPlace(route);
            look(route);
            while (!isOver()) {
                awaitNextLook(events);
                look(route);
                search(route);
            }
            askDriver(ethtool);
            count();
        } catch (NetlinkException e) {
            failed(e);
        }
        return verdict();
    }

    /** What is to be said by what is known now. */
    synchronized ResetReport verdict() {
        long now = System.nanoTime();
        return new ResetVerdict(
                        attempt,
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
                        failure,
                        List.copyOf(unrestored),
                        new Proof(attempt.observation().traffic(recovery.worksSince()), countersBefore, countersAfter))
                .report();
    }

    /** Notifications are read all the while: the kernel's queue for them is short. */
    private void awaitReturn(LinkEvents events) throws NetlinkException {
        while (!dispatch.returned().isDone() && System.nanoTime() - deadline() < 0) {
            hear(events.receive(LOOK_INTERVAL_MILLIS));
        }
    }

    private void returned(RouteSocket route) throws NetlinkException, ResetException {
        if (!dispatch.returned().isDone()) {
            return;
        }
        Dispatch.Result came = dispatch.returned().join();
        synchronized (this) {
            result = came;
            recovery.returned(came.at());
        }
        tell(came.at(), ResetEvent.What.RETURNED, "the call came back");
        if (came.harmless() != null) {
            throw came.harmless();
        }
        if (attempt.isEthtool()) {
            explain(came, route);
            checkName(route);
        }
    }

    private void explain(Dispatch.Result came, RouteSocket route) throws NetlinkException, ResetException {
        if (came.errno() == 0) {
            return;
        }
        boolean there = route.link(before.identity().index()).isPresent();
        ResetException harmless = DispatchError.harmless(
                came.errno(), attempt.found(), attempt.stage().requested().bits(), there);
        if (harmless != null) {
            throw harmless;
        }
    }

    /** What was lost is put back before the link is expected to return: nobody else may switch it on. */
    private void putBackInPlace(RouteSocket route) throws NetlinkException {
        if (result != null && attempt.saved() != null) {
            Optional<Link> there = route.link(recovery.expected().index());
            if (there.isPresent()) {
                putBack(there.get());
            }
        }
    }

    private void putBack(Link link) {
        Restore.Saved saved = attempt.saved();
        if (saved != null) {
            List<String> left = saved.putBack(link);
            synchronized (this) {
                unrestored.clear();
                unrestored.addAll(left);
                putBack = true;
            }
        }
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
                || (!attempt.isWatched() && (attempt.saved() == null || putBack))
                || elsewhere != null
                || isProven()
                || isHopeless()
                || now - deadline() >= 0;
    }

    /** With a probe, that traffic passes is waited for too. */
    private boolean isProven() {
        if (!recovery.isSettled()) {
            return false;
        }
        Traffic traffic = attempt.observation().traffic(recovery.worksSince());
        return !traffic.isProbed() || traffic.answered();
    }

    /** The act itself has waited for the interface, and says that it won't come. */
    private boolean isHopeless() {
        return result != null
                && result.acted().effect() == Acted.Effect.STRANDED
                && !recovery.isThere()
                && searchedAt != null;
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
                concerned |= isOurs(changed.link());
            } else if (event instanceof LinkEvent.Deleted deleted) {
                concerned |= isOurs(deleted.link());
            }
        }
        return concerned;
    }

    private boolean isOurs(Link link) {
        return link.index() == recovery.expected().index();
    }

    private void lost() {
        synchronized (this) {
            approximate = true;
        }
        tell(System.nanoTime(), ResetEvent.What.NOTIFICATIONS_LOST, "the kernel lost notifications");
    }

    private void look(RouteSocket route) throws NetlinkException {
        NicSnapshot seen =
                route.link(recovery.expected().index()).map(Snapshots::of).orElse(null);
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
        long interval = attempt.means().makesAnew() ? AWAITED_SEARCH_INTERVAL_NANOS : SEARCH_INTERVAL_NANOS;
        if (recovery.isThere() || hardware == null || (searchedAt != null && now - searchedAt < interval)) {
            return;
        }
        List<Link> same = new ArrayList<>();
        for (Link link : route.links()) {
            if (hardware.isSame(hardwareOf.apply(link))) {
                same.add(link);
            }
        }
        if (same.size() == 1) {
            foundAgain(same.get(0), route);
        }
        searchedAt = now;
    }

    /** For a means that makes interfaces anew it is the one to look at; after any other it is an accident. */
    private void foundAgain(Link link, RouteSocket route) throws NetlinkException {
        NicSnapshot seen = Snapshots.of(link);
        if (!attempt.means().makesAnew()) {
            synchronized (this) {
                elsewhere = seen;
            }
            return;
        }
        synchronized (this) {
            recovery.moved(seen.identity());
        }
        attempt.observation().follow(link.name(), link.index());
        tell(
                System.nanoTime(),
                ResetEvent.What.FOUND_AGAIN,
                "the same hardware is " + seen.identity().name() + ", index "
                        + seen.identity().index());
        putBack(link);
        look(route);
    }

    /** Of this process's own network namespace: sysfs shows no other. */
    private @Nullable Counters counters(@Nullable NicSnapshot nic) {
        return nic == null || !attempt.target().ownNamespace()
                ? null
                : Counters.of(files, nic.identity().name(), nic.identity().index());
    }

    private void count() {
        Counters after = counters(recovery.last());
        synchronized (this) {
            countersAfter = after;
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
        listener.onEvent(new ResetEvent(attempt.request().target(), recovery.sinceDispatch(at), what, text));
    }
}
