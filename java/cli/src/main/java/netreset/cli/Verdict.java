// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import netreset.Printable;

/** What all checks of a doctor come to: the worst of them. */
enum Verdict {
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

    /** Prints the checks, and what they come to. */
    ExitCode tell(Console console, List<Check> checks, boolean json) throws IOException {
        if (json) {
            write(console.out(), checks);
        } else {
            print(console.out(), checks);
        }
        return exit;
    }

    private void print(PrintWriter out, List<Check> checks) {
        for (Check check : checks) {
            String text = Printable.line(check.text());
            out.print(String.format(Locale.ROOT, "%-4s  %-9s  %s\n", mark(check.status()), check.name(), text));
        }
        out.print(words + "\n");
    }

    private static String mark(Check.Status status) {
        return status == Check.Status.FAIL ? "FAIL" : Words.of(status);
    }

    private void write(PrintWriter out, List<Check> checks) throws IOException {
        JsonLine line = JsonLine.begin(out, "doctor").put("verdict", words).openArray("checks");
        for (Check check : checks) {
            line.open()
                    .put("name", check.name())
                    .put("status", Words.of(check.status()))
                    .put("text", check.text())
                    .close();
        }
        line.closeArray().put("exit", exit.number()).end();
    }
}
