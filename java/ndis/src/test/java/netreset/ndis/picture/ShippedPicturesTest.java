// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import netreset.ndis.scenario.MalformedScenarioException;
import netreset.ndis.scenario.ScenarioParser;
import netreset.ndis.scenario.ShippedScenarios;
import netreset.ndis.scenario.run.ScenarioRun;
import netreset.ndis.trace.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of what the model really does: every scenario that comes with the project, in every form. */
class ShippedPicturesTest {
    static List<String> names() {
        return ShippedScenarios.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepTheirForms(String name) throws MalformedScenarioException {
        byte[] scenario = Objects.requireNonNull(ShippedScenarios.text(name));
        List<Event> events =
                ScenarioRun.run(ScenarioParser.parse(name, scenario)).events();
        Caption caption = Caption.of(name);

        SvgDiagramTest.check(SvgDiagram.of(caption, events, Stories.WORDING));
        MermaidDiagramTest.check(MermaidDiagram.of(name, events, Stories.WORDING));
        TimelineTest.check(events, TimelineStyle.USUAL);
        Xml.parse(HtmlPage.of(caption, events, Stories.WORDING));
        assertThat(events)
                .allSatisfy(event -> assertThat(Json.object(EventJson.line(event)))
                        .containsEntry("seq", event.seq())
                        .containsEntry("simulated", true));
        assertThat(Participants.of(events).names()).contains("ndis").anyMatch(who -> who.startsWith("miniport "));
    }
}
