// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.picture.Caption.Expectation;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class HtmlPageTest {
    private static Element read(Caption caption, List<Event> events) {
        return Xml.parse(HtmlPage.of(caption, events, Stories.WORDING)).getDocumentElement();
    }

    private static List<Element> rows(Element page) {
        return Xml.all(Xml.all(page, "tbody").get(0), "tr");
    }

    @Test
    void hasTheVerdictTheExpectationsAndEveryEvent() {
        List<Expectation> expectations =
                List.of(new Expectation("START first", true), new Expectation("no <b>", false));
        Caption caption = new Caption("two bindings", "NDIS 6.85", "42", "1 of 2 met", false, expectations);

        Element page = read(caption, Stories.synchronous());

        assertThat(Xml.all(page, "dd"))
                .extracting(Element::getTextContent)
                .containsExactly("1 of 2 met", "NDIS 6.85", "42", "simulated, no device was touched");
        assertThat(Xml.all(page, "dd").get(0).getAttribute("class")).isEqualTo("unmet");
        assertThat(Xml.all(page, "li"))
                .extracting(Element::getTextContent)
                .containsExactly("✓ met START first", "✗ not met no <b>");
        assertThat(rows(page)).hasSameSizeAs(Stories.synchronous());
        assertThat(Xml.all(page, "svg")).hasSize(1);
    }

    @Test
    void hidesNothingWithoutScriptButTheFilter() {
        Element page = read(Caption.of("x"), Stories.synchronous());

        assertThat(rows(page)).noneMatch(row -> row.hasAttribute("hidden"));
        assertThat(Xml.all(page, "form").get(0).hasAttribute("hidden")).isTrue();
    }

    @Test
    void offersEveryParticipantAndKindToTheFilter() {
        Element page = read(Caption.of("x"), Stories.broken());

        assertThat(Xml.all(page, "option"))
                .extracting(option -> option.getAttribute("value"))
                .contains("protocol TCPIP/nic0", "ndis", "miniport nic0", "gate-close", "violation", "bug-check");
        assertThat(rows(page).get(2).getAttribute("data-who")).isEqualTo("ndis\tprotocol TCPIP/nic0");
    }

    @ParameterizedTest
    @MethodSource("netreset.ndis.picture.Hostile#names")
    void letsNoNameOutOfItsPlace(String name) {
        Caption caption = new Caption(name, name, name, name, true, List.of(new Expectation(name, true)));

        Element page = read(caption, Hostile.run(name));

        assertThat(Xml.all(page, "script")).hasSize(1);
        assertThat(Xml.all(page, "script").get(0).getTextContent()).doesNotContain("alert");
        assertThat(rows(page)).hasSameSizeAs(Hostile.run(name));
        List<String> options = Xml.all(page, "option").stream()
                .map(option -> option.getAttribute("value"))
                .toList();
        assertThat(rows(page))
                .allSatisfy(row -> assertThat(options)
                        .contains(row.getAttribute("data-who").split("\t", -1)));
    }

    @Test
    void breaksALongRunIntoPages() {
        Story story = new Story();
        for (int i = 0; i < 150; i++) {
            story.nbl(What.SEND, "protocol P/nic0", "ndis", "n" + i, null);
        }

        Element page = read(Caption.of("x"), story.events());

        assertThat(Xml.all(page, "svg"))
                .hasSize(3)
                .extracting(svg -> svg.getAttribute("aria-labelledby"))
                .doesNotHaveDuplicates();
        assertThat(rows(page)).hasSize(150);
    }
}
