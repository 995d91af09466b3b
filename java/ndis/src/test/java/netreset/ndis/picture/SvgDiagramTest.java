// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.LogLine;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class SvgDiagramTest {
    private static final int SLACK = 1;

    private static String draw(List<Event> events) {
        return SvgDiagram.of(Caption.of("a run"), events, Stories.WORDING);
    }

    private record Box(String text, int left, int top, int right, int bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** Where a text is, by the classes that say its size, weight and anchor. */
    private static Box box(Element text) {
        List<String> css = List.of(text.getAttribute("class").split(" "));
        Font font = css.contains("title")
                ? Font.TITLE
                : new Font(css.contains("s") ? 11 : 13, css.contains("w") || css.contains("name"));
        int width = font.width(text.getTextContent());
        int x = Integer.parseInt(text.getAttribute("x"));
        int y = Integer.parseInt(text.getAttribute("y"));
        int left = css.contains("e") ? x - width : css.contains("c") || css.contains("name") ? x - width / 2 : x;
        return new Box(text.getTextContent(), left, y - font.size() + 2, left + width, y + 1);
    }

    static void check(String svg) {
        Element root = Xml.parse(svg).getDocumentElement();
        int width = Integer.parseInt(root.getAttribute("width"));
        int height = Integer.parseInt(root.getAttribute("height"));
        List<Box> boxes = new ArrayList<>();
        for (Element text : Xml.all(root, "text")) {
            Box box = box(text);
            assertThat(box.left()).as("%s", box).isGreaterThanOrEqualTo(0);
            assertThat(box.right()).as("%s", box).isLessThanOrEqualTo(width + SLACK);
            assertThat(box.bottom()).as("%s", box).isLessThanOrEqualTo(height);
            assertThat(boxes).as("%s is over another", box).noneMatch(box::overlaps);
            boxes.add(box);
        }
        assertThat(Xml.all(root, "title")).isNotEmpty();
        assertThat(Xml.all(root, "desc")).hasSize(1);
        assertThat(svg).doesNotContain("href", "url(", "<script", "@import", "http://www.w3.org/1999");
    }

    @Test
    void isXmlInWhichNoTextIsOverAnother() {
        Stories.all().values().forEach(events -> check(draw(events)));
    }

    @ParameterizedTest
    @MethodSource("netreset.ndis.picture.Hostile#names")
    void isXmlInWhichNoTextIsOverAnotherWhateverTheNames(String name) {
        List<Event> events = Hostile.run(name);
        String svg = SvgDiagram.of(new Caption(name, name, name, name, false, List.of()), events, Stories.WORDING);
        check(svg);
        assertThat(Integer.parseInt(Xml.parse(svg).getDocumentElement().getAttribute("width")))
                .isLessThan(1200);
    }

    @Test
    void isTheSameForTheSameEventsWhereverOneIs() {
        Locale before = Locale.getDefault();
        String here = draw(Stories.crowd());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(draw(Stories.crowd())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<Element> rows(String svg, String css) {
        List<Element> rows = Xml.all(Xml.parse(svg).getDocumentElement(), "g");
        rows.removeIf(g -> !List.of(g.getAttribute("class").split(" ")).contains(css));
        return rows;
    }

    private static List<Element> shapes(Element root, String tag, String css) {
        List<Element> shapes = Xml.all(root, tag);
        shapes.removeIf(
                shape -> !List.of(shape.getAttribute("class").split(" ")).contains(css));
        return shapes;
    }

    @Test
    void showsRefusedWorkInRedInsideTheShade() {
        assertThat(rows(draw(Stories.synchronous()), "bad"))
                .filteredOn(g -> !Xml.all(g, "text").isEmpty())
                .singleElement()
                .satisfies(g -> {
                    assertThat(g.getAttribute("class")).isEqualTo("bad in");
                    assertThat(g.getTextContent()).contains("n2 refused");
                });
    }

    @Test
    void plantsAFlagWithTheRulesNumber() {
        assertThat(rows(draw(Stories.broken()), "flag"))
                .extracting(g -> shapes(g, "text", "onred").get(0).getTextContent())
                .containsExactly("R12", "R31");
    }

    @Test
    void dashesTheModelOnlyBesideARealDevice() {
        String real = draw(Stories.realNic());

        assertThat(rows(real, "real"))
                .isNotEmpty()
                .allSatisfy(g -> assertThat(shapes(g, "path", "dash")).isEmpty());
        assertThat(rows(real, "row"))
                .filteredOn(g -> !g.getAttribute("class").contains("real")
                        && !Xml.all(g, "path").isEmpty())
                .isNotEmpty()
                .allSatisfy(g -> assertThat(shapes(g, "path", "dash")).hasSize(1));
        assertThat(real).contains(">a real device did it<").doesNotContain("no device was touched");
        assertThat(draw(Stories.synchronous()))
                .contains(">Simulated: no device was touched.<")
                .doesNotContain(" dash\"");
    }

    @Test
    void saysWhatEachRowIsToThoseWhoCannotSee() {
        for (Event event : Stories.synchronous()) {
            if (event.what() != What.CHECK_FOR_HANG) {
                assertThat(draw(Stories.synchronous()))
                        .contains("<title>" + XmlText.of(LogLine.of(event)) + "</title>");
            }
        }
    }

    @Test
    void stopsTheLifelinesAtABugCheck() {
        Element root = Xml.parse(draw(Stories.broken())).getDocumentElement();
        Element banner = shapes(root, "rect", "banner").get(0);
        int top = Integer.parseInt(banner.getAttribute("y"));
        int bottom = top + Integer.parseInt(banner.getAttribute("height"));

        List<Element> lives = shapes(root, "line", "life");
        lives.removeIf(line -> line.getAttribute("y1").equals(line.getAttribute("y2")));

        assertThat(lives)
                .hasSize(3)
                .extracting(line -> Integer.parseInt(line.getAttribute("y2")))
                .allMatch(y -> y > top && y <= bottom);
    }

    @Test
    void carriesShadesAndBarsOverPages() {
        List<Event> events = Stories.connectionOriented();
        List<String> pages = SvgDiagram.pages(Caption.of("x"), events, Stories.WORDING, 7);

        assertThat(pages).hasSize((events.size() + 6) / 7);
        pages.forEach(SvgDiagramTest::check);
        Element third = Xml.parse(pages.get(2)).getDocumentElement();
        assertThat(shapes(third, "rect", "gatebar")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Xml.all(third, "title").get(0).getTextContent()).isEqualTo("x (page 3 of 5)");
        assertThat(pages.stream().mapToInt(page -> rows(page, "lane").size())).allMatch(heads -> heads == 7);
    }

    @Test
    void widensLanesForLongLabelsAndNotWithoutEnd() {
        Element root = Xml.parse(draw(Stories.crowd())).getDocumentElement();

        assertThat(rows(draw(Stories.crowd()), "lane")).hasSize(13);
        assertThat(Integer.parseInt(root.getAttribute("width"))).isBetween(1200, 1800);
    }

    @Test
    void keepsALongNameInOnePiece() {
        assertThat(Xml.all(Xml.parse(draw(Stories.synchronous())).getDocumentElement(), "text"))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.contains("OID_GEN_CURRENT_PACKET_FILTER"));
    }

    @Test
    void drawsNoPageWithoutRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SvgDiagram.pages(Caption.of("x"), List.of(), Wording.NUMBERS, 0));
    }
}
