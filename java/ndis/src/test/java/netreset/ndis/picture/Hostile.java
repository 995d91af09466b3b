// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static netreset.ndis.trace.What.*;

import java.util.List;
import java.util.stream.Stream;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;

/** Names that mean something to one format or another, and a run in which everything is called so. */
final class Hostile {
    private Hostile() {}

    static Stream<String> names() {
        return Stream.of(
                "<script>alert(1)</script>",
                "]]>",
                "--><!--",
                "&amp;&#0;&nosuch;",
                "\"'`",
                "a\nb\rc\td",
                "\u0000\u001b[2J",
                "\u202e\u200b\ufeff",
                "\ufffe\uffff",
                "\ud83d",
                "\udc80x",
                "\ud83d\ude00",
                "网卡",
                "e\u0301",
                "a;b#35;",
                "%%{init:{}}%%",
                "style x:y#z;",
                "end",
                "wrap: x",
                "$$x$$",
                "-->>",
                "p0->>p1: x",
                "",
                "   ",
                "\u00a0",
                "A".repeat(5000),
                "网".repeat(3000),
                "one two three ".repeat(100),
                "a_b/".repeat(200),
                "{}[]()|\\");
    }

    static List<Event> run(String name) {
        String miniport = "miniport " + name;
        Story story = new Story().on(name, 2).about(name);
        story.say(GATE_CLOSE, "ndis", null).say(RESET_HANDLER, "ndis", miniport, name);
        story.nbl(SEND, name, "ndis", name, null);
        story.add(SEND_REFUSED, "ndis", name, name, NdisStatus.RESET_IN_PROGRESS, 1, name, 0, name);
        story.vc(VC_CREATE, name, miniport, name, NdisStatus.SUCCESS).vc(VC_ACTIVATE, name, miniport, name, null);
        story.rule(VIOLATION, miniport, 3, name).rule(NOTE, miniport, 0, name);
        story.status(RESET_HANDLER_RETURN, miniport, "ndis", NdisStatus.PENDING).atMicros(7);
        story.status(RESET_HANDLER_RETURN, miniport, "ndis", new NdisStatus(0xDEADBEEF));
        story.say(DEVICE, miniport, miniport, name);
        return story.rule(BUG_CHECK, name, 23, name).events();
    }
}
