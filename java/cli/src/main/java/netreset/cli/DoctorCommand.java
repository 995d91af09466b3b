// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import netreset.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what works here, what doesn't, and what to do about it. Touches nothing. */
@Command(
        name = "doctor",
        description = "Says what works here, what doesn't, and what to do about it; touches nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  netreset doctor", "  netreset doctor --bridge jna"})
final class DoctorCommand implements Callable<Integer> {
    private final NetResetCommand root;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    DoctorCommand(NetResetCommand root) {
        this.root = root;
    }

    /** What all checks come to: the worst of them. */
    private enum Verdict {
        PASS("PASS", ExitCode.DONE),
        NOTES("PASS WITH NOTES", ExitCode.DONE),
        FAIL("FAIL", ExitCode.UNSUPPORTED);

        private final String words;
        private final ExitCode exit;

        Verdict(String words, ExitCode exit) {
            this.words = words;
            this.exit = exit;
        }

        static Verdict of(List<Check> checks) {
            Set<Check.Status> found = EnumSet.noneOf(Check.Status.class);
            checks.forEach(check -> found.add(check.status()));
            if (found.contains(Check.Status.FAIL)) {
                return FAIL;
            }
            return found.contains(Check.Status.NOTE) ? NOTES : PASS;
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Check> checks = Checkup.of(root);
        Verdict verdict = Verdict.of(checks);
        PrintWriter out = root.console().out();
        if (json) {
            write(out, checks, verdict);
        } else {
            print(out, checks, verdict);
        }
        return verdict.exit.number();
    }

    private static void print(PrintWriter out, List<Check> checks, Verdict verdict) {
        for (Check check : checks) {
            String text = Printable.line(check.text());
            out.print(String.format(Locale.ROOT, "%-4s  %-9s  %s\n", mark(check.status()), check.name(), text));
        }
        out.print(verdict.words + "\n");
    }

    private static String mark(Check.Status status) {
        return status == Check.Status.FAIL ? "FAIL" : Words.of(status);
    }

    private static void write(PrintWriter out, List<Check> checks, Verdict verdict) throws IOException {
        JsonLine line =
                JsonLine.begin(out, "doctor").put("verdict", verdict.words).openArray("checks");
        for (Check check : checks) {
            line.open()
                    .put("name", check.name())
                    .put("status", Words.of(check.status()))
                    .put("text", check.text())
                    .close();
        }
        line.closeArray().put("exit", verdict.exit.number()).end();
    }
}
