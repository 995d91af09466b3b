// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import netreset.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Things as comma-separated values, RFC 4180: a line of keys, then a line for each thing. Text is quoted, and escaped as
 * for a terminal; a cell that a spreadsheet would take for a formula gets an apostrophe before it.
 */
record CsvTable<T>(List<Field<T>> fields) {
    private static final String END_OF_LINE = "\r\n";

    /** What begins a formula in Excel or LibreOffice, also in the wide form that East Asian keyboards give. */
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    void print(PrintWriter out, List<T> things) {
        out.print(fields.stream().map(Field::key).collect(Collectors.joining(",", "", END_OF_LINE)));
        for (T thing : things) {
            out.print(fields.stream()
                    .map(field -> cell(field.of(thing)))
                    .collect(Collectors.joining(",", "", END_OF_LINE)));
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text
                ? '"' + guarded(Printable.line(text)).replace("\"", "\"\"") + '"'
                : value.toString();
    }

    private static String guarded(String text) {
        String seen = text.strip();
        return !seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0 ? "'" + text : text;
    }
}
