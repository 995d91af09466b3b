// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import netreset.ndis.Irql;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;

/**
 * A run as one HTML file that needs nothing else: what was expected and how it ended, the sequence diagram, and a table of
 * every event. A few lines of script filter the table; without script all of it is there. The file is XML as well as HTML.
 */
public final class HtmlPage {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:15px/1.45 "Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;margin:1.5rem;
              background:#fff;color:#1c2430}
            h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:1.6rem 0 .5rem}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}dt{color:#5b6675}dd{margin:0}
            .met{color:#2e7d43}.unmet{color:#c8102e}.met,.unmet{font-weight:700}
            ul{margin:0;padding-left:1.2rem;list-style:none}
            .figure{overflow-x:auto}
            table{border-collapse:collapse;font-size:.87rem}
            th,td{text-align:left;vertical-align:top;padding:.2rem .6rem;border-bottom:1px solid #dfe5ec;overflow-wrap:break-word}
            th{position:sticky;top:0;background:#eef2f6}td.n{text-align:right;white-space:nowrap}
            tr.refused td,tr.broken td{color:#c8102e}tr.aborted td{color:#9a5b00}tr.gate td{background:#fff3d1}
            form{display:flex;flex-wrap:wrap;gap:.8rem;margin:.5rem 0}form[hidden]{display:none}
            @media (prefers-color-scheme:dark){body{background:#12171e;color:#e6ebf2}dt{color:#9aa7b7}
              th,td{border-color:#3c4756}th{background:#1f2732}.met{color:#6cc784}.unmet{color:#ff7385}
              tr.refused td,tr.broken td{color:#ff7385}tr.aborted td{color:#f0b45c}tr.gate td{background:#3a2e10}}
            """;

    /** Rows carry their participants, separated by tabs, and their kind; the form is of no use, and hidden, without it. */
    private static final String SCRIPT = """
            const form=document.getElementById('filter'),rows=document.querySelectorAll('tbody tr');
            const show=()=>{let n=0;for(const r of rows){const who=form.who.value,what=form.what.value;
            r.hidden=!!(who&&!r.dataset.who.split('\\t').includes(who))||!!(what&&r.dataset.what!==what);n+=!r.hidden}
            form.shown.value=n+' of '+rows.length+' events'};
            form.hidden=false;form.addEventListener('input',show);form.addEventListener('reset',()=>setTimeout(show));
            form.addEventListener('submit',e=>e.preventDefault());show();
            """;

    private final Caption caption;
    private final List<Event> events;
    private final Wording wording;
    private final Times times;
    private final StringBuilder out = new StringBuilder();

    private HtmlPage(Caption caption, List<Event> events, Wording wording) {
        this.caption = caption;
        this.events = events;
        this.wording = wording;
        this.times = Times.of(events);
    }

    /** The file's text, which is UTF-8. */
    public static String of(Caption caption, List<Event> events, Wording wording) {
        return new HtmlPage(caption, events, wording).draw();
    }

    private String draw() {
        String name = caption.scenario().isBlank() ? "NDIS" : caption.scenario();
        add("<!DOCTYPE html>");
        add("<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        add("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                + "style-src 'unsafe-inline'; script-src 'unsafe-inline'\"/>");
        add("<meta name=\"viewport\" content=\"width=device-width\"/>");
        add("<title>" + XmlText.of(name) + "</title>");
        add("<style>\n" + STYLE + "</style></head><body>");
        add("<h1>" + XmlText.of(name) + "</h1>");
        addFacts();
        addExpectations();
        add("<h2>Diagram</h2>");
        Caption bare = Caption.of(caption.scenario());
        for (String page : SvgDiagram.pages(bare, events, wording, SvgDiagram.USUAL_ROWS)) {
            add("<div class=\"figure\">\n" + page + "</div>");
        }
        add("<h2>Events</h2>");
        addFilter();
        addTable();
        add("<script>//<![CDATA[\n" + SCRIPT + "//]]></script>");
        add("</body></html>");
        return out.toString();
    }

    private void addFacts() {
        add("<dl>");
        addFact("verdict", caption.verdict(), caption.good() ? "met" : "unmet");
        addFact("profile", caption.profile(), "");
        addFact("seed", caption.seed(), "");
        boolean real = events.stream().anyMatch(Event::real);
        addFact("device", real ? "a real one took part" : "simulated, no device was touched", "");
        add("</dl>");
    }

    private void addFact(String name, String value, String css) {
        if (!value.isBlank()) {
            String style = css.isEmpty() ? "" : " class=\"" + css + "\"";
            add("<dt>" + name + "</dt><dd" + style + ">" + XmlText.of(value) + "</dd>");
        }
    }

    private void addExpectations() {
        if (caption.expectations().isEmpty()) {
            return;
        }
        add("<h2>Expectations</h2>");
        add("<ul>");
        for (Caption.Expectation expected : caption.expectations()) {
            String sign =
                    expected.met() ? "<span class=\"met\">✓ met</span> " : "<span class=\"unmet\">✗ not met</span> ";
            add("<li>" + sign + XmlText.of(expected.text()) + "</li>");
        }
        add("</ul>");
    }

    private void addFilter() {
        add("<form id=\"filter\" hidden=\"hidden\" autocomplete=\"off\">");
        add("<label>participant <select name=\"who\"><option value=\"\">all</option>");
        Participants.of(events).names().forEach(this::addOption);
        add("</select></label>");
        add("<label>kind <select name=\"what\"><option value=\"\">all</option>");
        TreeSet<What> kinds = new TreeSet<>();
        events.forEach(event -> kinds.add(event.what()));
        kinds.forEach(kind -> addOption(kind.word()));
        add("</select></label>");
        add("<button type=\"reset\">show all</button> <output name=\"shown\"></output></form>");
    }

    private void addOption(String value) {
        String text = XmlText.of(value);
        add("<option value=\"" + text + "\">" + text + "</option>");
    }

    private void addTable() {
        add(
                "<div class=\"figure\"><table><thead><tr><th>no.</th><th>time</th><th>agent</th><th>level</th><th>from</th><th>to</th><th>kind</th>"
                        + "<th>what</th><th>by</th></tr></thead><tbody>");
        for (Event event : events) {
            addRow(event);
        }
        add("</tbody></table></div>");
    }

    private void addRow(Event event) {
        String to = event.to() == null ? "" : XmlText.of(event.to());
        String from = XmlText.of(event.from());
        String kind = event.what().word();
        String tone = Tone.of(event).name().toLowerCase(Locale.ROOT);
        add("<tr class=\"" + tone + "\" data-who=\"" + from + (to.isEmpty() ? "" : "&#9;" + to) + "\" data-what=\""
                + kind
                + "\"><td class=\"n\">" + event.seq() + "</td><td class=\"n\">" + times.label(event.atNanos())
                + "</td><td>"
                + XmlText.of(event.agent()) + "</td><td>" + Irql.name(event.irql()) + "</td><td>" + from + "</td><td>"
                + to
                + "</td><td>" + kind + "</td><td>" + XmlText.of(wording.of(event)) + "</td><td>"
                + (event.real() ? "device" : "model") + "</td></tr>");
    }

    private void add(String html) {
        out.append(html).append('\n');
    }
}
