// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.stream.Stream;
import netreset.ndis.decode.Detail;
import netreset.ndis.decode.Meaning;
import netreset.ndis.rules.Mark;
import netreset.ndis.rules.NdisRule;
import netreset.ndis.rules.Profile;
import netreset.ndis.rules.Reading;

/** Objects of kind {@code rule} and {@code meaning}. */
final class NdisJson {
    private NdisJson() {}

    static void write(PrintWriter out, NdisRule rule) throws IOException {
        JsonLine line = JsonLine.begin(out, "rule")
                .put("rule", rule.name())
                .put("title", rule.title())
                .put("sentence", rule.sentence())
                .put("source", rule.source())
                .put("owner", rule.owner().word())
                .put("offender", rule.offender().word())
                .put("marks", rule.marks().stream().map(Mark::word).toList())
                .put("severity", rule.severity().word())
                .put("versions", rule.versions().words())
                .put(
                        "profiles",
                        Stream.of(Profile.values())
                                .filter(rule.versions()::include)
                                .map(Profile::name)
                                .toList())
                .openArray("unless");
        for (Reading reading : rule.unless()) {
            line.open()
                    .put("knob", reading.knob().word())
                    .put("reading", reading.word())
                    .close();
        }
        line.closeArray().put("divided", rule.divided()).end();
    }

    static void write(PrintWriter out, Meaning meaning) throws IOException {
        JsonLine line = JsonLine.begin(out, "meaning")
                .put("of", Words.of(meaning.kind()))
                .put("known", meaning.isKnown())
                .put("number", meaning.number())
                .put("numberValue", meaning.value())
                .put("name", meaning.name())
                .put("text", meaning.text())
                .openArray("details");
        for (Detail detail : meaning.details()) {
            line.open().put("name", detail.name()).put("text", detail.text()).close();
        }
        line.closeArray().end();
    }
}
