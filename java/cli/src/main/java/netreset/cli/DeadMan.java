// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;

/** A process in a session of its own that puts NICs back as they were, unless it is told in time that all is well. */
final class DeadMan implements AutoCloseable {
    static final String READY = "ready";
    static final String WELL = "well";

    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** Of the caller's time, so that the switch isn't the one who ends the waiting. */
    private static final long MARGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long END_SECONDS = 300;

    private final Console console;
    private final Process process;
    private final TimedLines said;
    private final long deadline;

    private DeadMan(Console console, Process process, TimedLines said, Duration within) {
        this.console = console;
        this.process = process;
        this.said = said;
        this.deadline = System.nanoTime() + within.toNanos();
    }

    /**
     * Begins; when this returns, the process watches.
     *
     * @param arguments of the command {@code dead-man}, without the time and the caller
     * @throws ResetException SYSTEM_CALL_FAILED if it can't be started, INTERRUPTED
     */
    static DeadMan start(Console console, Duration within, List<String> arguments) throws ResetException {
        List<String> all = new ArrayList<>(List.of("dead-man", "--within", within.toMillis() + "ms"));
        all.addAll(List.of("--caller", String.valueOf(ProcessHandle.current().pid())));
        all.addAll(arguments);
        // setsid(1): neither the end of the caller's terminal nor a signal to its process group reaches it.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(OwnProgram.command(all));
        Process process = null;
        try {
            process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            TimedLines said = new TimedLines(process.getInputStream());
            if (!READY.equals(said.next(START_NANOS))) {
                throw unset("it ended at once", null);
            }
            console.message("all is put back unless this ends well within " + within.toSeconds() + " s");
            return new DeadMan(console, process, said, within);
        } catch (IOException e) {
            throw unset(String.valueOf(e.getMessage()), e);
        } catch (TimeoutException e) {
            destroy(process);
            throw unset("it doesn't get ready", e);
        } catch (InterruptedException e) {
            destroy(process);
            throw new ResetException(Reason.INTERRUPTED, "interrupted before anything was touched", null, e);
        } catch (ResetException e) {
            destroy(process);
            throw e;
        }
    }

    private static void destroy(@Nullable Process process) {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static ResetException unset(String why, @Nullable Exception cause) {
        return new ResetException(
                Reason.SYSTEM_CALL_FAILED,
                Printable.line("the dead-man's switch can't be set, so nothing was touched: " + why),
                null,
                cause);
    }

    /** Asks whether all is well. */
    boolean isConfirmed(InputStream answers) throws InterruptedException {
        long left = deadline - System.nanoTime() - MARGIN_NANOS;
        console.flush();
        console.message("type yes within " + Math.max(0, TimeUnit.NANOSECONDS.toSeconds(left))
                + " s if all is well; else all is put back");
        try {
            String answer = new TimedLines(answers).next(left);
            return answer != null && answer.strip().equals("yes");
        } catch (TimeoutException e) {
            return false;
        }
    }

    /**
     * All is well: the process confirms that, and ends.
     *
     * @return what came of it; {@code null} if the process was gone, and nobody knows
     */
    @Nullable
    ExitCode dismiss() throws InterruptedException {
        try (OutputStream to = process.getOutputStream()) {
            to.write((WELL + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            console.message("the dead-man's switch is gone already: " + e.getMessage());
            return null;
        }
        if (!isShown()) {
            process.destroyForcibly();
        }
        return ended();
    }

    /** All isn't well: has it put back, and shows what comes of it. */
    ExitCode putBack() throws InterruptedException {
        close();
        if (!isShown()) {
            console.message("what was taken away is still being put back, by process " + process.pid());
        }
        ExitCode code = ended();
        return code == ExitCode.DONE || code == ExitCode.IN_FLIGHT ? code : ExitCode.NOT_RECOVERED;
    }

    /** Shows what it says until it ends; false if it doesn't in time. */
    private boolean isShown() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        try {
            String line;
            while ((line = said.next(end - System.nanoTime())) != null) {
                console.out().print(Printable.line(line) + "\n");
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private @Nullable ExitCode ended() throws InterruptedException {
        return process.waitFor(1, TimeUnit.SECONDS)
                ? ExitCode.numbered(process.exitValue()).orElse(null)
                : null;
    }

    /** Without {@link #dismiss} this is the sign for it to act. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended.
        }
    }
}
