// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.ndis.scenario.MalformedScenarioException;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.scenario.ScenarioParser;
import netreset.ndis.scenario.ShippedScenarios;

/** Scenario files, and those that come with netreset. */
final class NdisScenarios {
    private static final Table<Scenario> TABLE = new Table<>(
            List.of(
                    new Table.Column<>("NAME", Scenario::file),
                    new Table.Column<>("RULES", NdisScenarios::rules),
                    new Table.Column<>("ABOUT", Scenario::title)),
            2);

    private NdisScenarios() {}

    /** Reads a file; if there is none, the shipped scenario of that name. */
    static Scenario read(String file) throws ResetException {
        try {
            return ScenarioParser.parse(file, bytes(file));
        } catch (MalformedScenarioException e) {
            throw new ResetException(Reason.INVALID_REQUEST, e.getMessage());
        }
    }

    static void list(Console console) throws ResetException {
        List<Scenario> all = new ArrayList<>();
        for (String name : ShippedScenarios.names()) {
            all.add(read(name));
        }
        TABLE.print(console, all);
    }

    static void show(Console console, String file) throws ResetException {
        new String(bytes(file), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> console.out().print(Printable.line(line) + "\n"));
    }

    private static String rules(Scenario scenario) {
        return String.join(
                " ", scenario.shows().stream().map(rule -> "R" + rule).toList());
    }

    private static byte[] bytes(String file) throws ResetException {
        byte[] shipped = ShippedScenarios.text(file);
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(ScenarioParser.MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            if (shipped != null) {
                return shipped;
            }
            throw unreadable(file, "there is no such file, and no scenario of this name (see --list)");
        } catch (AccessDeniedException e) {
            throw unreadable(file, "not permitted");
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        } catch (InvalidPathException e) {
            throw unreadable(file, "no file can have this name");
        }
    }

    private static ResetException unreadable(String file, String why) {
        return new ResetException(Reason.INVALID_REQUEST, file + " can't be read: " + why);
    }
}
