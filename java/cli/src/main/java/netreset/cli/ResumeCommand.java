// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netreset.DeviceId;
import netreset.Interrupted;
import netreset.NetReset;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.Resumption;

/** Puts back what interrupted resets left, and says what is back and what isn't. */
final class ResumeCommand {
    private final NetResetCommand root;
    private final boolean json;

    ResumeCommand(NetResetCommand root, boolean json) {
        this.root = root;
        this.json = json;
    }

    /** Of these targets, or of all if there are none. */
    ExitCode run(NetReset netReset, List<String> targets) throws ResetException, IOException {
        Set<Interrupted> chosen = new LinkedHashSet<>(targets.isEmpty() ? netReset.interrupted() : List.of());
        for (String target : targets) {
            List<Interrupted> ofIt = netReset.interrupted(DeviceId.parse(target));
            if (ofIt.isEmpty()) {
                throw new ResetException(
                        Reason.NOT_FOUND,
                        "no reset of " + Printable.brief(target) + " was interrupted" + others(netReset.interrupted()));
            }
            chosen.addAll(ofIt);
        }
        if (chosen.isEmpty() && !json) {
            root.console().out().print("nothing was interrupted\n");
        }
        List<ExitCode> codes = new ArrayList<>();
        for (Interrupted interrupted : chosen) {
            codes.add(one(netReset, interrupted));
        }
        return ExitCode.gravest(codes);
    }

    private static String others(List<Interrupted> all) {
        return all.isEmpty()
                ? ""
                : "; there is "
                        + String.join(
                                ", ",
                                all.stream()
                                        .map(one -> Printable.brief(one.target()) + " (" + Printable.brief(one.device())
                                                + ")")
                                        .toList());
    }

    /** One of them. */
    ExitCode one(NetReset netReset, Interrupted interrupted) throws IOException {
        try (Progress progress = new Progress(root.console(), interrupted.target())) {
            progress.start();
            Resumption resumption = netReset.resume(interrupted);
            if (json) {
                write(resumption);
            } else {
                print(root.console().out(), resumption);
            }
            return resumption.isComplete() ? ExitCode.DONE : ExitCode.NOT_RECOVERED;
        } catch (ResetException e) {
            return root.fail(null, e);
        } finally {
            root.console().flush();
        }
    }

    private void write(Resumption resumption) throws IOException {
        Interrupted interrupted = resumption.interrupted();
        JsonLine.begin(root.console().out(), "resumption")
                .put("target", interrupted.target())
                .put("device", interrupted.device())
                .put("what", interrupted.what())
                .put("journal", interrupted.journal().toString())
                .put("complete", resumption.isComplete())
                .put("restored", resumption.restored())
                .put("missing", resumption.missing())
                .put("notes", resumption.notes())
                .end();
    }

    private static void print(PrintWriter out, Resumption resumption) {
        Interrupted interrupted = resumption.interrupted();
        out.print(Printable.line(interrupted.target()) + "  " + (resumption.isComplete() ? "RESTORED" : "NOT RESTORED")
                + "\n");
        out.print("  was        an operation on it " + Printable.line(interrupted.what()) + "\n");
        resumption.restored().forEach(line -> out.print("  put back   " + Printable.line(line) + "\n"));
        resumption.missing().forEach(line -> out.print("  missing    " + Printable.line(line) + "\n"));
        resumption.notes().forEach(line -> out.print("  note       " + Printable.line(line) + "\n"));
        if (!resumption.isComplete()) {
            out.print("  journal    " + Printable.line(interrupted.journal().toString())
                    + ": kept, netreset reset --resume tries again\n");
        }
    }
}
