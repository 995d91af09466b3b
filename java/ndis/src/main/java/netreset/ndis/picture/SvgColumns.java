// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import netreset.ndis.Irql;
import netreset.ndis.trace.Event;

/**
 * Where a sequence diagram has its columns: times, who runs at which level, a lane for each participant, and the states of
 * virtual connections. Lanes are as far apart as their names and the labels of their arrows need.
 */
final class SvgColumns {
    static final int MARGIN = 16;
    /** What an arrow needs besides its label: its head, and bars at both ends. */
    static final int ARROW_EXTRA = 34;
    /** Inside a box, and a flag's pennant. */
    static final int BOX_EXTRA = 20;

    static final int PENNANT = 44;
    static final int VC_WIDTH = 104;

    private static final int NARROWEST_LABEL = 130;
    private static final int WIDEST_LABEL = 262;
    private static final int LANES_AT_BEST = 1500;
    private static final int WIDEST_NAME = 130;
    private static final int WIDEST_BOX = 250;
    private static final int WIDEST_AGENT = 130;
    private static final int NAME_LINES = 3;
    private static final int BAND = 6;

    private final List<List<String>> names = new ArrayList<>();
    private final int[] gaps;
    private final int labelWidth;
    private final int timeRight;
    private final int bandX;
    private final int lanesLeft;
    private final int[] lanes;
    private final int lanesRight;
    private final int width;

    SvgColumns(Participants participants, List<SvgRow> rows, Times times, int vcs) {
        int count = participants.size();
        for (String name : participants.names()) {
            names.add(Font.NAME.wrap(ownName(name), WIDEST_NAME, NAME_LINES));
        }
        this.labelWidth = Math.max(NARROWEST_LABEL, Math.min(WIDEST_LABEL, LANES_AT_BEST / Math.max(1, count)));
        this.gaps = new int[Math.max(0, count - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (headWidth(i) + headWidth(i + 1)) / 2 + MARGIN;
        }
        makeRoom(rows);
        this.timeRight = MARGIN + widest(rows, row -> times.label(row.event().atNanos()));
        this.bandX = timeRight + 10;
        this.lanesLeft = bandX
                + BAND
                + 6
                + Math.max(
                        widest(rows, row -> agent(row.event())),
                        widest(rows, row -> Irql.name(row.event().irql())))
                + MARGIN;
        this.lanes = new int[count];
        int x = lanesLeft + (count == 0 ? 0 : headWidth(0) / 2);
        for (int i = 0; i < count; i++) {
            lanes[i] = x;
            x += i < gaps.length ? gaps[i] : headWidth(i) / 2;
        }
        this.lanesRight = Math.max(x, lanesLeft + WIDEST_BOX + BOX_EXTRA + PENNANT);
        this.width = lanesRight + (vcs == 0 ? 0 : MARGIN + vcs * VC_WIDTH) + MARGIN;
    }

    private static int widest(List<SvgRow> rows, Function<SvgRow, String> text) {
        return rows.stream()
                .mapToInt(row -> Font.SMALL_BOLD.width(text.apply(row)))
                .max()
                .orElse(0);
    }

    /** Widens gaps until each label has room between its lanes: neighbours first, for these have no choice. */
    private void makeRoom(List<SvgRow> rows) {
        List<SvgRow> arrows = new ArrayList<>(rows);
        arrows.removeIf(row -> row.shape() != SvgRow.Shape.ARROW);
        arrows.sort(Comparator.comparingInt(row -> row.right() - row.left()));
        for (SvgRow arrow : arrows) {
            int there = span(arrow);
            List<String> lines = Font.LABEL.wrap(arrow.words(), Math.max(labelWidth, there - ARROW_EXTRA), 4);
            int lacking = Font.LABEL.widest(lines) + ARROW_EXTRA - there;
            int between = arrow.right() - arrow.left();
            for (int i = arrow.left(); lacking > 0 && i < arrow.right(); i++) {
                gaps[i] += (lacking + between - 1) / between;
            }
        }
    }

    private int span(SvgRow arrow) {
        return Arrays.stream(gaps, arrow.left(), arrow.right()).sum();
    }

    /** The words of a row, in lines that fit where they go. */
    List<String> lines(SvgRow row) {
        return switch (row.shape()) {
            case ARROW -> Font.LABEL.wrap(row.words(), span(row) - ARROW_EXTRA, 5);
            case BOX, FLAG -> Font.LABEL.wrap(row.words(), WIDEST_BOX, 5);
            case BANNER -> Font.NAME.wrap(row.words(), lanesRight - lanesLeft - BOX_EXTRA, 4);
        };
    }

    /** The left edge of a box of some width on a lane, inside of the diagram. */
    int boxLeft(int lane, int boxWidth) {
        return Math.max(lanesLeft, Math.min(lanes[lane] - boxWidth / 2, lanesRight - boxWidth));
    }

    List<String> name(int lane) {
        return names.get(lane);
    }

    int headWidth(int lane) {
        return Math.max(72, Font.NAME.widest(names.get(lane)) + BOX_EXTRA);
    }

    int nameLines() {
        return names.stream().mapToInt(List::size).max().orElse(1);
    }

    /** The agent's name, as much of it as there is room for. */
    static String agent(Event event) {
        return String.join("", Font.SMALL_BOLD.wrap(Plain.line(event.agent()), WIDEST_AGENT, 1));
    }

    /** The name without the word that says what it is. */
    private static String ownName(String participant) {
        String plain = Plain.line(participant);
        if (Role.of(participant) == Role.NDIS) {
            return "NDIS";
        }
        int space = plain.indexOf(' ');
        String own = space < 0 ? plain : plain.substring(space + 1).strip();
        return own.isEmpty() ? "?" : own;
    }

    int x(int lane) {
        return lanes[lane];
    }

    int timeRight() {
        return timeRight;
    }

    int bandX() {
        return bandX;
    }

    int lanesLeft() {
        return lanesLeft;
    }

    int lanesRight() {
        return lanesRight;
    }

    int vcX(int vc) {
        return lanesRight + MARGIN + vc * VC_WIDTH;
    }

    int width() {
        return width;
    }
}
