// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * Those that the arguments may mean. Making a command loads its classes and describes it to picocli; all of them together take
 * longer than the rest of a process that answers one.
 */
final class Subcommands {
    private static final Set<String> OF_ALL = Set.of("-h", "--help", "-V", "--version");

    private final List<String> args;
    private final Map<String, Supplier<CommandLine>> suppliers = new LinkedHashMap<>();

    Subcommands(List<String> args) {
        this.args = args;
    }

    Subcommands add(String name, Supplier<CommandLine> supplier) {
        suppliers.put(name, supplier);
        return this;
    }

    /** The parent with those that are named; with all if none is, or help is asked for before. */
    CommandLine of(CommandLine parent) {
        boolean all = isAboutAll();
        suppliers.forEach((name, supplier) -> {
            if (all || args.contains(name)) {
                parent.addSubcommand(name, supplier.get());
            }
        });
        return parent;
    }

    private boolean isAboutAll() {
        for (String arg : args) {
            if (suppliers.containsKey(arg)) {
                return false;
            }
            if (OF_ALL.contains(arg)) {
                return true;
            }
        }
        return true;
    }
}
