// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;

/** In which form a list is printed: a table unless said otherwise. */
final class ListForm {
    private boolean json;
    private boolean csv;

    void addTo(CommandSpec spec) {
        spec.addArgGroup(ArgGroupSpec.builder()
                .addArg(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object a line.")
                        .build())
                .addArg(Arguments.flag("--csv", value -> csv = value)
                        .description("Comma-separated values, in UTF-8; formulas are made text.")
                        .build())
                .build());
    }

    /**
     * Prints things.
     *
     * @param kind as JSON names them
     * @param fields of JSON and CSV
     */
    <T> void print(Console console, String kind, List<Field<T>> fields, Table<T> table, List<T> things)
            throws IOException {
        if (json) {
            for (T thing : things) {
                JsonLine.begin(console.out(), kind).put(fields, thing).end();
            }
        } else if (csv) {
            new CsvTable<>(fields).print(console.out(), things);
        } else {
            table.print(console, things);
        }
    }
}
