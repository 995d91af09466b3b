// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import netreset.DeviceId;
import netreset.HangPolicy;
import netreset.NetReset;
import netreset.NicEvent;
import netreset.NicWatch;
import netreset.Outcome;
import netreset.Printable;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetReport;
import netreset.ResetRequest;
import org.jspecify.annotations.Nullable;

/** Resets NICs as the policy decides, one at a time, while the watch goes on telling. */
final class Recoverer {
    private final NetResetCommand root;
    private final boolean json;
    private final RecoverOptions options;
    private final NetReset netReset;
    private final NicWatch watch;
    private final NicEventForm form;
    private final HangPolicy policy;
    private final Set<DeviceId> givenUp = new HashSet<>();
    private @Nullable Running running;

    private record Running(DeviceId device, CompletableFuture<ResetReport> report) {}

    Recoverer(
            NetResetCommand root,
            boolean json,
            RecoverOptions options,
            NetReset netReset,
            NicWatch watch,
            NicEventForm form) {
        this.root = root;
        this.json = json;
        this.options = options;
        this.netReset = netReset;
        this.watch = watch;
        this.form = form;
        this.policy = new HangPolicy(options.limits());
    }

    void see(NicEvent event) {
        policy.see(event);
    }

    boolean isAnyGivenUp() {
        return !givenUp.isEmpty();
    }

    /** Whether there is none left that it could do anything for. */
    boolean isDone() {
        return isAnyGivenUp() && running == null && givenUp.containsAll(watch.watched());
    }

    /** What is due now: all that was seen has been told. */
    void act() throws IOException {
        Running now = running;
        if (now != null) {
            if (!now.report().isDone()) {
                return;
            }
            running = null;
            finish(now);
        }
        for (HangPolicy.Decision decision : policy.decide(watch.nanos())) {
            tell(decision);
            switch (decision.action()) {
                case HUMAN_NEEDED -> givenUp.add(decision.device());
                case HOLD -> {}
                case RESET -> {
                    begin(decision.device(), decision.why());
                    if (running != null) {
                        return;
                    }
                }
            }
        }
    }

    private void begin(DeviceId device, String why) throws IOException {
        if (options.isDry()) {
            plan(device);
        } else {
            running = new Running(
                    device, netReset.resetAsync(options.request(device).withReason(reason(why)), ResetListener.NONE));
        }
    }

    private static String reason(String why) {
        String line = Printable.line("watch: " + why);
        int length = Math.min(line.codePointCount(0, line.length()), ResetRequest.MAX_REASON);
        return line.substring(0, line.offsetByCodePoints(0, length));
    }

    private void plan(DeviceId device) throws IOException {
        boolean possible = true;
        try {
            var plan = netReset.plan(options.request(device));
            if (json) {
                ReportJson.write(root.console().out(), plan, netReset.bridge());
            } else {
                ReportText.print(root.console().out(), plan, netReset.bridge());
            }
        } catch (ResetException e) {
            possible = false;
            root.fail(device, e);
        }
        root.console().flush();
        policy.reset(device, watch.nanos(), possible);
    }

    private void finish(Running done) throws IOException {
        boolean helped = false;
        try {
            ResetReport report = done.report().join();
            helped = report.outcome() == Outcome.RECOVERED;
            if (json) {
                ReportJson.write(root.console().out(), report);
            } else {
                ReportText.print(root.console().out(), report);
            }
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof ResetException known)) {
                throw e;
            }
            root.fail(done.device(), known);
        }
        root.console().flush();
        policy.reset(done.device(), watch.nanos(), helped);
    }

    private void tell(HangPolicy.Decision decision) throws IOException {
        String word = switch (decision.action()) {
            case RESET -> options.isDry() ? "would-reset" : "resetting";
            case HOLD -> "holding";
            case HUMAN_NEEDED -> "human-needed";
        };
        form.tell(decision.device(), word, Instant.now(), watch.nanos(), decision.why());
    }
}
