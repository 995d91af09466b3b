// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.List;

/**
 * A scenario, as its file has it.
 *
 * @param file its name, for messages
 * @param title what it is about, in a few words
 * @param lesson the comment it begins with, line by line
 * @param shows the numbers of the rules it shows
 * @param settings what holds for all of it
 * @param declarations what there is, in the file's order
 * @param actions who does what when, by time; those of the same time in the file's order
 * @param expectations what must be true of the log and of the end
 */
public record Scenario(
        String file,
        String title,
        List<String> lesson,
        List<Integer> shows,
        Settings settings,
        List<Declaration> declarations,
        List<Action> actions,
        List<Expectation> expectations) {
    public Scenario {
        lesson = List.copyOf(lesson);
        shows = List.copyOf(shows);
        declarations = List.copyOf(declarations);
        actions = List.copyOf(actions);
        expectations = List.copyOf(expectations);
    }
}
