// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.PrintWriter;
import java.util.List;
import netreset.Printable;

/** A heading and named lines below it, for people. */
final class TextBlock {
    private final PrintWriter out;

    TextBlock(PrintWriter out, String heading) {
        this.out = out;
        out.print(Printable.line(heading) + "\n");
    }

    TextBlock line(String name, String text) {
        out.print(String.format("  %-10s %s\n", name, Printable.line(text)));
        return this;
    }

    TextBlock lines(String name, List<String> texts) {
        texts.forEach(text -> line(name, text));
        return this;
    }
}
