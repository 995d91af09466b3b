// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import netreset.ResetEvent;
import netreset.ResetListener;
import netreset.bridge.CLibrary;

/**
 * Tells a waiting person on standard error what goes on, once it has taken a second; says nothing about what is quick.
 * Plain lines, so that a log shows them as a terminal does.
 */
final class Progress implements ResetListener, AutoCloseable {
    private static final long QUICK_MILLIS = 1000;
    private static final long SILENCE_MILLIS = 5000;
    private static final String END = "";

    private final Console console;
    private final String what;
    private volatile String awaited;
    private final long begun = System.nanoTime();
    private final CountDownLatch done = new CountDownLatch(1);
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::tell, "netreset-progress");

    /** Waits for whom devices of this system are asked from. */
    Progress(Console console, String what) {
        this(console, what, CLibrary.here() == CLibrary.KERNEL32 ? "the server" : "the kernel");
    }

    /**
     * Says nothing yet.
     *
     * @param what the word before each line
     * @param awaited who lets a person wait
     */
    Progress(Console console, String what, String awaited) {
        this.console = console;
        this.what = what;
        this.awaited = awaited;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** From now on it is this that lets a person wait. */
    void awaits(String changed) {
        awaited = changed;
    }

    @Override
    public void onEvent(ResetEvent event) {
        lines.add(String.format(Locale.ROOT, "%+.3f s: %s", event.atNanos() / 1e9, event.text()));
    }

    private void tell() {
        try {
            if (!done.await(QUICK_MILLIS, TimeUnit.MILLISECONDS)) {
                tellUntilDone();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellUntilDone() throws InterruptedException {
        String line = lines.poll();
        while (!END.equals(line)) {
            console.message(what + ": " + (line == null ? waiting() : line));
            line = lines.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private String waiting() {
        return "waiting for " + awaited + ", " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)
                + " s so far";
    }

    /** Returns once nothing more will be said. */
    @Override
    public void close() {
        lines.add(END);
        done.countDown();
        try {
            thread.join(QUICK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
