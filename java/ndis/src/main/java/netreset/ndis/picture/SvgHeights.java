// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

/** How high everything of a page is: its heads, its rows, and what spans rows that may be on other pages. */
final class SvgHeights {
    private static final int ROW = 29;
    private static final int NEW_TIME = 9;
    private static final int MANY_ROWS = 32;

    private final SvgRun run;
    private final SvgColumns columns;
    private final int first;
    private final int end;
    private final int top;
    /** Where each row begins, and the last ends. */
    private final int[] tops;

    /** Rows from a first to before an end, below what is at the top. */
    SvgHeights(SvgRun run, int first, int end, int top) {
        this.run = run;
        this.columns = run.columns();
        this.first = first;
        this.end = end;
        this.top = top;
        this.tops = new int[end - first + 1];
        int y = top + head() + SvgColumns.MARGIN;
        for (int i = first; i < end; i++) {
            tops[i - first] = y;
            y += height(i);
        }
        tops[end - first] = y;
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }

    /** Where the heads begin. */
    int top() {
        return top;
    }

    /** How high the heads are. */
    int head() {
        return 22 + columns.nameLines() * Font.NAME.lineHeight();
    }

    private int height(int i) {
        SvgRow row = run.row(i);
        int lines = columns.lines(row).size();
        int content = lines * Font.LABEL.lineHeight() + (row.shape() == SvgRow.Shape.ARROW ? 13 : 18);
        return Math.max(ROW, content) + (isNewTime(i) ? NEW_TIME : 0);
    }

    private boolean isNewTime(int i) {
        return i > first
                && run.row(i).event().atNanos() != run.row(i - 1).event().atNanos();
    }

    /** Where the rows end. */
    int bottom() {
        return tops[end - first] + 6;
    }

    /** Whether the rows are so many that the heads are wanted below them, too. */
    boolean hasFoot() {
        return end - first > MANY_ROWS;
    }

    /** Where everything ends. */
    int foot() {
        return hasFoot() ? bottom() + head() : bottom();
    }

    /** Where lifelines end: where Windows does, or with the rows. */
    int end(int last) {
        return run.isStop(last) ? yOf(last) : bottom();
    }

    /** The height at which a row's arrow or middle is; the page's edge if it is on another. */
    int yOf(int i) {
        if (i < first) {
            return tops[0];
        }
        if (i >= end) {
            return end(end - 1);
        }
        return run.row(i).shape() == SvgRow.Shape.ARROW ? rowEnd(i) - 7 : (contentTop(i) + rowEnd(i)) / 2;
    }

    /** Where a row's own part begins, below the room that a new time takes. */
    int contentTop(int i) {
        return rowTop(i) + (isNewTime(i) ? NEW_TIME : 0);
    }

    /** Where a row begins. */
    int rowTop(int i) {
        return tops[i - first];
    }

    /** Where a row ends. */
    int rowEnd(int i) {
        return tops[i - first + 1];
    }

    /** Whether any of these rows is on this page. */
    boolean isHere(int from, int to) {
        return from < end && to >= first;
    }
}
