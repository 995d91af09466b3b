// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** In which form a list is printed: a table unless said otherwise. */
final class ListForm {
    @ArgGroup(exclusive = true)
    private Form form = new Form();

    private static final class Form {
        @Option(names = "--json", description = "One JSON object a line.")
        private boolean json;

        @Option(names = "--csv", description = "Comma-separated values, in UTF-8; formulas are made text.")
        private boolean csv;
    }

    /**
     * Prints things.
     *
     * @param kind as JSON names them
     * @param fields of JSON and CSV
     */
    <T> void print(Console console, String kind, List<Field<T>> fields, Table<T> table, List<T> things)
            throws IOException {
        if (form.json) {
            for (T thing : things) {
                JsonLine.begin(console.out(), kind).put(fields, thing).end();
            }
        } else if (form.csv) {
            new CsvTable<>(fields).print(console.out(), things);
        } else {
            table.print(console, things);
        }
    }
}
