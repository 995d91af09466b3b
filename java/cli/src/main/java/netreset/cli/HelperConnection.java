// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import netreset.NetReset;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import org.jspecify.annotations.Nullable;

/** One client of the helper: one request, one answer, which ends with a line {@code exit N}. */
final class HelperConnection {
    private static final int PATIENCE_SECONDS = 10;

    private final SocketChannel channel;
    private final HelperPolicy policy;
    private final NetReset netReset;
    private final Console console;

    HelperConnection(SocketChannel channel, HelperPolicy policy, NetReset netReset, Console console) {
        this.channel = channel;
        this.policy = policy;
        this.netReset = netReset;
        this.console = console;
    }

    /** @param timer ends connections of clients that say nothing */
    void serve(ScheduledExecutorService timer) {
        try (channel) {
            var peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED);
            StringWriter answer = new StringWriter();
            ExitCode code = answer(peer.user(), timer, new PrintWriter(answer));
            ByteBuffer bytes = UTF_8.encode(answer + "exit " + code.number() + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            console.message("a client is gone: " + e.getMessage());
        }
    }

    private ExitCode answer(java.nio.file.attribute.UserPrincipal user, ScheduledExecutorService timer, PrintWriter out)
            throws IOException {
        HelperRequest request = null;
        try {
            // Read first: closing a socket with something unread in it loses the answer (unix_release_sock:
            // ECONNRESET).
            String line = line(timer);
            policy.checkUser(user);
            request = HelperRequest.parse(line).by(user.getName());
            ResetPlan plan = allowed(request);
            console.message("user " + user.getName() + ": " + request.line());
            return act(request, plan, out);
        } catch (ResetException e) {
            console.message("user " + user.getName() + ": " + e.getMessage());
            return told(request, e, out);
        }
    }

    /** What it doesn't even begin is an attempt all the same. */
    private ResetPlan allowed(HelperRequest request) throws ResetException {
        try {
            ResetPlan plan = netReset.plan(request.reset());
            policy.check(plan);
            return plan;
        } catch (ResetException e) {
            if (!request.dryRun() && e.reason() != Reason.INVALID_REQUEST) {
                netReset.refused(request.reset(), e).forEach(console::message);
            }
            throw e;
        }
    }

    private ExitCode act(HelperRequest request, ResetPlan plan, PrintWriter out) throws ResetException, IOException {
        if (request.dryRun()) {
            if (request.json()) {
                ReportJson.write(out, plan, netReset.bridge());
            } else {
                ReportText.print(out, plan, netReset.bridge());
            }
            return ExitCode.DONE;
        }
        ResetReport report = netReset.execute(plan, ResetListener.NONE);
        if (request.json()) {
            ReportJson.write(out, report);
        } else {
            ReportText.print(out, report);
        }
        return ExitCode.of(report.outcome());
    }

    private static ExitCode told(@Nullable HelperRequest request, ResetException e, PrintWriter out)
            throws IOException {
        ExitCode code = ExitCode.of(e.reason());
        if (request != null && request.json()) {
            ErrorJson.write(out, request.reset().target(), e, code);
        } else {
            out.print(netreset.Printable.line(String.valueOf(e.getMessage())).toString() + "\n");
        }
        out.flush();
        return code;
    }

    private String line(ScheduledExecutorService timer) throws IOException, ResetException {
        ScheduledFuture<?> end = timer.schedule(this::hangUp, PATIENCE_SECONDS, TimeUnit.SECONDS);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (channel.read(one.clear()) > 0 && one.get(0) != '\n') {
                bytes.write(one.get(0));
                if (bytes.size() > HelperRequest.LONGEST) {
                    throw new ResetException(
                            Reason.INVALID_REQUEST,
                            String.format(Locale.ROOT, "a request has at most %d bytes", HelperRequest.LONGEST));
                }
            }
            return bytes.toString(UTF_8);
        } finally {
            end.cancel(false);
        }
    }

    private void hangUp() {
        try {
            channel.close();
        } catch (IOException e) {
            console.message("can't hang up: " + e.getMessage());
        }
    }
}
