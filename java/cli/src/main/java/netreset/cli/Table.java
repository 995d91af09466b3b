// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import netreset.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Things as a table. On a terminal columns that don't fit are left out from the right; nothing is cut.
 *
 * @param columns from the left, the most wanted first
 * @param always how many columns are there on the narrowest terminal
 */
record Table<T>(List<Column<T>> columns, int always) {
    private static final int GAP = 2;
    private static final String NOTHING = "-";

    /**
     * A column.
     *
     * @param cell its text for a thing; {@code null} for nothing
     */
    record Column<T>(String title, Function<T, @Nullable String> cell) {
        private String of(T row) {
            String text = cell.apply(row);
            return text == null ? NOTHING : Printable.line(text);
        }

        private Sized<T> sizedFor(List<T> rows) {
            int width = title.length();
            for (T row : rows) {
                width = Math.max(width, length(of(row)));
            }
            return new Sized<>(this, width);
        }
    }

    private record Sized<T>(Column<T> column, int width) {}

    void print(Console console, List<T> rows) {
        List<Sized<T>> fitting = fitting(console.columns(), rows);
        PrintWriter out = console.out();
        out.print(line(fitting, Column::title));
        for (T row : rows) {
            out.print(line(fitting, column -> column.of(row)));
        }
    }

    private List<Sized<T>> fitting(OptionalInt terminal, List<T> rows) {
        List<Sized<T>> fitting = new ArrayList<>();
        int total = 0;
        for (Column<T> column : columns) {
            Sized<T> sized = column.sizedFor(rows);
            total += sized.width();
            if (fitting.size() >= always && terminal.isPresent() && total > terminal.getAsInt()) {
                break;
            }
            fitting.add(sized);
            total += GAP;
        }
        return fitting;
    }

    private static <T> StringBuilder line(List<Sized<T>> columns, Function<Column<T>, String> cells) {
        StringBuilder line = new StringBuilder();
        int gap = 0;
        for (Sized<T> sized : columns) {
            String cell = cells.apply(sized.column());
            line.append(" ".repeat(gap)).append(cell);
            gap = sized.width() - length(cell) + GAP;
        }
        return line.append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
