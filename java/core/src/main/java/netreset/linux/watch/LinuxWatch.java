// SPDX-License-Identifier: Apache-2.0
package netreset.linux.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import netreset.DeviceId;
import netreset.NicEvent;
import netreset.NicWatch;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.devlink.DevlinkSocket;
import netreset.linux.devlink.Handle;
import netreset.linux.devlink.Port;
import netreset.linux.devlink.Reporter;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.LinkEvent;
import netreset.linux.netlink.LinkEvents;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.RouteSocket;
import netreset.linux.state.KernelFiles;
import org.jspecify.annotations.Nullable;

/**
 * Shows the judge what the kernel tells. Notifications, dumps, counters and reporters have a thread each: a dump waits for
 * the lock of all link configuration (RTNL) and a reporter for its driver's, and neither may stop the others.
 */
public final class LinuxWatch implements NicWatch {
    private static final int LISTEN_MILLIS = 100;

    /** A look that fails once is no fault of the watch; if it keeps failing the watch would be blind. */
    private static final int FAILURES_IN_A_ROW = 5;

    private final Sockets sockets;
    private final TxTimeouts txTimeouts;
    private final Duration every;
    private final long began = System.nanoTime();
    private final Judge judge;
    private final BlockingQueue<List<NicEvent>> queue = new LinkedBlockingQueue<>();
    private final List<String> notes;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final java.util.concurrent.Semaphore resync = new java.util.concurrent.Semaphore(0);
    private volatile @Nullable ResetException failure;

    /**
     * What it reads by; each is closed by the thread that uses it.
     *
     * @param devlink {@code null} if this kernel has none
     */
    public record Sockets(
            LinkEvents events, RouteSocket route, @Nullable DevlinkSocket devlink) {}

    private LinuxWatch(Sockets sockets, KernelFiles files, Judge judge, Options options, List<String> notes) {
        this.sockets = sockets;
        this.txTimeouts = new TxTimeouts(files);
        this.judge = judge;
        this.every = options.every();
        this.notes = notes;
    }

    /**
     * Begins.
     *
     * @param sockets listening already, so that nothing between this dump and them is missed
     * @param indexes which interfaces; {@code null} for all but the loopback
     * @param notes what this watch can't see
     */
    public static LinuxWatch begin(
            Sockets sockets,
            KernelFiles files,
            @Nullable List<Integer> indexes,
            NicWatch.Options options,
            List<String> notes)
            throws NetlinkException {
        List<Link> links = sockets.route().links();
        Watched watched = indexes == null
                ? Watched.all()
                : Watched.only(links.stream()
                        .filter(link -> indexes.contains(link.index()))
                        .toList());
        LinuxWatch watch =
                new LinuxWatch(sockets, files, new Judge(watched, options, links), options, List.copyOf(notes));
        watch.readTxTimeouts();
        watch.start("netreset-watch-events", watch::listen, sockets.events());
        watch.start("netreset-watch-links", watch::dump, sockets.route());
        watch.start("netreset-watch-counters", watch::count, () -> {});
        DevlinkSocket devlink = sockets.devlink();
        if (devlink != null) {
            watch.start("netreset-watch-health", () -> watch.ask(devlink), devlink);
        }
        return watch;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws NetlinkException, InterruptedException;
    }

    private void start(String name, Work work, AutoCloseable socket) {
        Thread thread = new Thread(
                () -> {
                    try (socket) {
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Exception e) {
                        failed(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void failed(Exception e) {
        if (closed.getCount() > 0) {
            failure = new ResetException(Reason.SYSTEM_CALL_FAILED, "the watch has ended: " + e.getMessage(), null, e);
            queue.add(List.of());
        }
    }

    private void listen() throws NetlinkException {
        while (closed.getCount() > 0) {
            for (LinkEvent event : sockets.events().receive(LISTEN_MILLIS)) {
                hear(System.nanoTime(), event);
            }
        }
    }

    private void hear(long at, LinkEvent event) {
        if (event instanceof LinkEvent.Changed changed) {
            show(() -> judge.changed(at, changed.link()));
        } else if (event instanceof LinkEvent.Deleted deleted) {
            show(() -> judge.deleted(at, deleted.link().index()));
        } else {
            show(() -> judge.lost(at));
            resync.release();
        }
    }

    private void dump() throws NetlinkException, InterruptedException {
        int failures = 0;
        boolean stale = false;
        while (closed.getCount() > 0) {
            if (resync.tryAcquire(every.toNanos(), TimeUnit.NANOSECONDS)) {
                resync.drainPermits();
                stale = true;
            }
            boolean needed = stale;
            failures = looked(failures, () -> dumpOnce(needed));
            stale &= failures > 0;
        }
    }

    /**
     * What changed while it was read isn't in a dump, and a dump may be lost: notifications, or the next one, tell.
     *
     * @param needed that notifications were lost, so that nothing else tells what they would have
     */
    private void dumpOnce(boolean needed) throws NetlinkException {
        long at = System.nanoTime();
        var dump = sockets.route().dump();
        if (dump.consistent()) {
            show(() -> judge.dumped(at, dump.links()));
        } else if (needed) {
            throw NetlinkException.unusable(
                    "RTM_GETLINK", "notifications were lost, and all links, read anew, were lost or changed too", null);
        }
    }

    @FunctionalInterface
    private interface Question {
        void ask() throws NetlinkException;
    }

    /**
     * Asks the kernel once more.
     *
     * @param failures how often in a row it has failed before
     * @return how often it has by now
     * @throws NetlinkException if that is too often
     */
    private static int looked(int failures, Question question) throws NetlinkException {
        try {
            question.ask();
            return 0;
        } catch (NetlinkException e) {
            if (failures + 1 >= FAILURES_IN_A_ROW) {
                throw e;
            }
            return failures + 1;
        }
    }

    private void count() throws InterruptedException {
        while (!closed.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
            readTxTimeouts();
        }
    }

    private void readTxTimeouts() {
        for (Seen nic : present()) {
            var counts = txTimeouts.read(nic.index, nic.name);
            long at = System.nanoTime();
            show(() -> judge.txTimeouts(at, nic.index, counts));
        }
    }

    private void ask(DevlinkSocket devlink) throws NetlinkException, InterruptedException {
        int failures = 0;
        do {
            failures = looked(failures, () -> askOnce(devlink));
        } while (!closed.await(every.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** A device that goes while it is asked about, as in every reload or rebind, has no health. */
    private void askOnce(DevlinkSocket devlink) throws NetlinkException {
        for (Port port : devlink.ports()) {
            Handle handle = port.handle();
            try {
                List<Reporter> reporters = devlink.reporters(handle);
                long at = System.nanoTime();
                show(() -> judge.reporters(at, port.index(), reporters));
            } catch (NetlinkException e) {
                if (e.errno() != Errno.ENODEV) {
                    throw e;
                }
            }
        }
    }

    @FunctionalInterface
    private interface Look {
        List<Judge.Finding> judged();
    }

    private synchronized void show(Look look) {
        List<NicEvent> events = new ArrayList<>();
        for (Judge.Finding finding : look.judged()) {
            events.add(event(finding));
        }
        if (!events.isEmpty()) {
            queue.add(events);
        }
    }

    private NicEvent event(Judge.Finding finding) {
        long ago = System.nanoTime() - finding.at();
        return new NicEvent(
                new DeviceId("nic", finding.name()),
                finding.index(),
                finding.what(),
                Instant.now().minusNanos(ago),
                Math.max(0, finding.at() - began),
                finding.approximate(),
                finding.text());
    }

    private synchronized List<Seen> present() {
        return judge.present();
    }

    @Override
    public List<DeviceId> watched() {
        return present().stream().map(nic -> new DeviceId("nic", nic.name)).toList();
    }

    @Override
    public long nanos() {
        return System.nanoTime() - began;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public List<NicEvent> await(Duration limit) throws ResetException, InterruptedException {
        List<NicEvent> events = queue.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        ResetException ended = failure;
        if (ended != null && (events == null || events.isEmpty())) {
            throw ended;
        }
        return events == null ? List.of() : events;
    }

    /** Each thread closes its socket when it comes back from the kernel. */
    @Override
    public void close() {
        closed.countDown();
        resync.release();
    }
}
