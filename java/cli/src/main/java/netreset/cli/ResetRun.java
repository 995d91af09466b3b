// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import netreset.NetReset;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.miniport.NdisAdapter;
import netreset.miniport.NdisTargets;
import netreset.ndis.picture.EventJson;
import netreset.ndis.trace.LogLine;
import netreset.ndis.trace.Trace;

/** Resets devices, one after the other, or plans it, and shows what comes of each. */
final class ResetRun {
    private final NetResetCommand root;
    private final NetReset netReset;
    private final boolean json;
    private final boolean dryRun;

    ResetRun(NetResetCommand root, NetReset netReset, boolean json, boolean dryRun) {
        this.root = root;
        this.netReset = netReset;
        this.json = json;
        this.dryRun = dryRun;
    }

    NetReset netReset() {
        return netReset;
    }

    /** A mistake in the last target is found before the first is touched; what else is wrong comes out in its turn. */
    void check(List<ResetRequest> requests) throws ResetException {
        for (ResetRequest request : requests) {
            try {
                netReset.plan(request);
            } catch (ResetException e) {
                if (e.reason() == Reason.INVALID_REQUEST) {
                    throw e;
                }
            }
        }
    }

    /** Those that fail don't keep the others from their turn. */
    ExitCode all(List<ResetRequest> requests) throws IOException {
        List<ExitCode> codes = new ArrayList<>();
        for (ResetRequest request : requests) {
            codes.add(one(request));
            root.console().flush();
        }
        return ExitCode.gravest(codes);
    }

    private ExitCode one(ResetRequest request) throws IOException {
        try (Progress progress = new Progress(root.console(), request.target().toString())) {
            progress.start();
            return dryRun ? plan(request) : reset(request, progress);
        } catch (ResetException e) {
            return root.fail(request.target(), e);
        }
    }

    private ExitCode plan(ResetRequest request) throws ResetException, IOException {
        ResetPlan plan = netReset.plan(request);
        if (json) {
            ReportJson.write(root.console().out(), plan, netReset.bridge());
        } else {
            ReportText.print(root.console().out(), plan, netReset.bridge());
        }
        return ExitCode.DONE;
    }

    private ExitCode reset(ResetRequest request, Progress progress) throws ResetException, IOException {
        ResetReport report =
                NdisTargets.owns(request.target()) ? throughNdis(request, progress) : netReset.reset(request, progress);
        if (json) {
            ReportJson.write(root.console().out(), report);
        } else {
            ReportText.print(root.console().out(), report);
        }
        return ExitCode.of(report.outcome());
    }

    /** Shows each event of the model as it happens. */
    private ResetReport throughNdis(ResetRequest request, Progress progress) throws ResetException {
        Trace trace = event -> {
            String line = json ? EventJson.line(event) : Printable.line(LogLine.of(event));
            root.console().out().print(line + "\n");
            root.console().flush();
        };
        try (NdisAdapter adapter = netReset.adapter(request, trace, new NdisDemonstration().protocols())) {
            return adapter.reset(progress);
        }
    }
}
