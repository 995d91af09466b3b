// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.ndis.decode.Decoder;
import netreset.ndis.decode.Kind;
import netreset.ndis.decode.Meaning;
import netreset.ndis.picture.Caption;
import netreset.ndis.picture.EventJson;
import netreset.ndis.picture.HtmlPage;
import netreset.ndis.picture.MermaidDiagram;
import netreset.ndis.picture.SvgDiagram;
import netreset.ndis.picture.Timeline;
import netreset.ndis.picture.TimelineStyle;
import netreset.ndis.picture.Wording;
import netreset.ndis.scenario.run.Failure;
import netreset.ndis.scenario.run.ScenarioResult;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.LogLine;

/** How a run of a scenario is shown. */
final class NdisRunForm {
    private static final Wording WORDING = new Wording(NdisRunForm::oid);

    private final Console console;

    NdisRunForm(Console console) {
        this.console = console;
    }

    void print(ScenarioResult result, NdisRunCommand.Form form) throws ResetException, IOException {
        if (form.json) {
            json(result);
            return;
        }
        PrintWriter out = console.out();
        if (form.timeline) {
            out.print(Timeline.of(result.events(), WORDING, style()));
        } else if (form.mermaid) {
            out.print(MermaidDiagram.of(result.scenario().title(), result.events(), WORDING));
        } else if (form.svg != null) {
            write(form.svg, SvgDiagram.of(caption(result), result.events(), WORDING));
        } else if (form.html != null) {
            write(form.html, HtmlPage.of(caption(result), result.events(), WORDING));
        } else {
            log(out, result);
            verdict(out, result);
            return;
        }
        // A diagram is for another program: what came of the scenario is told beside it.
        result.failures().forEach(failure -> console.message(line(result, failure)));
    }

    static void log(PrintWriter out, ScenarioResult result) {
        for (Event event : result.events()) {
            out.print(Printable.line(LogLine.of(event)) + "\n");
        }
    }

    private TimelineStyle style() {
        int width = Math.max(TimelineStyle.NARROWEST, console.columns().orElse(TimelineStyle.USUAL.width()));
        return new TimelineStyle(width, TimelineStyle.Lanes.LEVELS, false, false);
    }

    private static void verdict(PrintWriter out, ScenarioResult result) {
        out.print("\n" + (result.passed() ? "PASS" : "FAIL") + "  " + title(result) + "\n");
        for (Failure failure : result.failures()) {
            out.print("\n" + Printable.line(line(result, failure)) + "\n");
            failure.excerpt().lines().forEach(line -> out.print(Printable.line(line) + "\n"));
        }
    }

    private static String title(ScenarioResult result) {
        int expected = result.scenario().expectations().size();
        return Printable.line(result.scenario().title()) + " ("
                + result.events().size() + " events, " + expected + " expectations"
                + (result.seed() == 0 ? "" : ", seed " + result.seed()) + ")";
    }

    private static String line(ScenarioResult result, Failure failure) {
        return result.scenario().file() + ":" + failure.at() + ": " + failure.message();
    }

    private void json(ScenarioResult result) throws IOException {
        for (Event event : result.events()) {
            console.out().print(EventJson.line(event) + "\n");
        }
        JsonLine line = JsonLine.begin(console.out(), "scenario")
                .put("file", result.scenario().file())
                .put("title", result.scenario().title())
                .put("seed", result.seed())
                .put("passed", result.passed())
                .put("events", (long) result.events().size())
                .openArray("failures");
        for (Failure failure : result.failures()) {
            line.open()
                    .put("line", (long) failure.at().line())
                    .put("column", (long) failure.at().column())
                    .put("message", failure.message())
                    .close();
        }
        line.closeArray().end();
        result.failures().forEach(failure -> console.message(line(result, failure)));
    }

    private static Caption caption(ScenarioResult result) {
        List<Caption.Expectation> failed = new ArrayList<>();
        result.failures().forEach(failure -> failed.add(new Caption.Expectation(failure.message(), false)));
        return new Caption(
                result.scenario().title(),
                Words.of(result.scenario().settings().profile()),
                result.seed() == 0 ? "" : Long.toString(result.seed()),
                result.passed() ? "passed" : "failed",
                result.passed(),
                failed);
    }

    private static void write(Path file, String text) throws ResetException {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ResetException(Reason.SYSTEM_CALL_FAILED, file + " can't be written: " + e.getMessage());
        }
    }

    private static String oid(int oid) {
        return Decoder.decode(String.format("0x%08X", oid)).stream()
                .filter(meaning -> meaning.kind() == Kind.OID && meaning.name() != null)
                .map(Meaning::name)
                .findFirst()
                .orElseGet(() -> String.format("OID 0x%08X", oid));
    }
}
