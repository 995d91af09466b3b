// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreset.ndis.trace.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MermaidDiagramTest {
    /** No character that Mermaid might take for anything but text, but in a number of one. */
    private static final String TEXT = "(?:[A-Za-z0-9 .,()\\[\\]/=+_→×µ✗⚑↩※…-]|#[0-9]{2,7};)+";

    private static final Pattern PARTICIPANT = Pattern.compile("participant (p[0-9]+) as " + TEXT);
    private static final Pattern ARROW = Pattern.compile("(p[0-9]+)(?:->>|-->>|-x|--x)(p[0-9]+): " + TEXT);
    private static final Pattern NOTE = Pattern.compile("Note over (p[0-9]+)(?:,(p[0-9]+))?: " + TEXT);
    private static final Pattern ACTIVATION = Pattern.compile("(activate|deactivate) (p[0-9]+)");

    /** A stricter grammar than Mermaid's: one statement a line, everything declared, everything ended. */
    static void check(String diagram) {
        Set<String> declared = new HashSet<>();
        Deque<String> active = new ArrayDeque<>();
        int shades = 0;
        assertThat(diagram).startsWith("sequenceDiagram\n    title ").endsWith("\n");
        for (String line : diagram.lines().skip(1).toList()) {
            assertThat(line).startsWith("    ");
            String statement = line.substring(4);
            Matcher participant = PARTICIPANT.matcher(statement);
            Matcher activation = ACTIVATION.matcher(statement);
            if (participant.matches()) {
                assertThat(declared.add(participant.group(1))).isTrue();
            } else if (activation.matches()) {
                assertThat(declared).contains(activation.group(2));
                boolean ok = activation.group(1).equals("activate")
                        ? active.add(activation.group(2))
                        : active.remove(activation.group(2));
                assertThat(ok).as(line).isTrue();
            } else if (statement.equals("rect rgba(255, 170, 0, 0.18)")) {
                assertThat(++shades).isEqualTo(1);
            } else if (statement.equals("end")) {
                assertThat(--shades).isZero();
            } else if (!statement.matches("title " + TEXT)) {
                checkWho(statement, declared);
            }
        }
        assertThat(shades).isZero();
        assertThat(active).isEmpty();
    }

    private static void checkWho(String statement, Set<String> declared) {
        Matcher arrow = ARROW.matcher(statement);
        Matcher note = NOTE.matcher(statement);
        boolean isArrow = arrow.matches();
        assertThat(isArrow || note.matches()).as(statement).isTrue();
        Matcher found = isArrow ? arrow : note;
        assertThat(declared).contains(found.group(1));
        if (found.group(2) != null) {
            assertThat(declared).contains(found.group(2));
        }
    }

    @Test
    void keepsTheGrammar() {
        Stories.all().forEach((name, events) -> check(MermaidDiagram.of(name, events, Stories.WORDING)));
    }

    @ParameterizedTest
    @MethodSource("netreset.ndis.picture.Hostile#names")
    void keepsTheGrammarWhateverTheNames(String name) {
        check(MermaidDiagram.of(name, Hostile.run(name), Stories.WORDING));
    }

    @Test
    void keepsTheGrammarWhereverItIsCut() {
        List<Event> events = Stories.crowd();
        for (int rows = 0; rows < events.size(); rows++) {
            String diagram = MermaidDiagram.of("cut", events, Stories.WORDING, rows);
            check(diagram);
            assertThat(diagram).contains((events.size() - rows) + " more rows are not drawn");
        }
    }

    @Test
    void showsGateHandlerRefusalsAndBrokenRules() {
        String refused = MermaidDiagram.of("a", Stories.synchronous(), Stories.WORDING);
        String broken = MermaidDiagram.of("a", Stories.broken(), Stories.WORDING);

        assertThat(refused)
                .contains("participant p3 as ndis", "p3-xp0: ✗ n2 refused", "rect rgba", "simulated, no device");
        assertThat(refused).contains("    activate p4\n", "    deactivate p4\n");
        assertThat(broken).contains("Note over p2: ⚑ R12 is broken", "Note over p0,p2: ⚑ BUG CHECK");
    }

    @Test
    void drawsTheModelDashedBesideARealDevice() {
        String diagram = MermaidDiagram.of("a", Stories.realNic(), Stories.WORDING);

        assertThat(diagram)
                .contains("p2->>p3: ETHTOOL_RESET", "p1-->>p2: MiniportResetEx", "solid arrows#58; a real device");
    }
}
