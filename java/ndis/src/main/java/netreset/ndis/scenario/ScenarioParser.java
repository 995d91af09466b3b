// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads scenario files. The first error ends the reading. */
public final class ScenarioParser {
    /** A file that is longer isn't read. */
    public static final int MOST_BYTES = Outline.LARGEST;

    private final Symbols symbols = new Symbols();
    private final SettingsParser settings = new SettingsParser();
    private final StepParser steps = new StepParser(symbols);
    private final DeedParser deeds = new DeedParser(symbols);
    private final DeclarationParser declarations =
            new DeclarationParser(symbols, new HandlerParser(symbols, steps, deeds));
    private final ActionParser actions = new ActionParser(symbols, steps, deeds);
    private final ExpectationParser expectations = new ExpectationParser(symbols);

    private final List<Declaration> declared = new ArrayList<>();
    private final List<Action> done = new ArrayList<>();
    private final List<Expectation> expected = new ArrayList<>();

    private ScenarioParser() {}

    /**
     * Reads a scenario.
     *
     * @param file its name, for messages
     * @param utf8 what is in it
     */
    public static Scenario parse(String file, byte[] utf8) throws MalformedScenarioException {
        try {
            return new ScenarioParser().read(file, decode(utf8));
        } catch (MalformedScenarioException e) {
            throw e.inFile(file);
        }
    }

    /** Likewise. */
    public static Scenario parse(String file, String text) throws MalformedScenarioException {
        try {
            return new ScenarioParser().read(file, text);
        } catch (MalformedScenarioException e) {
            throw e.inFile(file);
        }
    }

    private static String decode(byte[] utf8) throws MalformedScenarioException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(utf8), text, true);
        text.flip();
        if (result.isError()) {
            throw Cursor.wrong(end(text.toString()), "this is not UTF-8");
        }
        return text.toString();
    }

    private static Place end(String text) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new Place(line, text.length() - text.lastIndexOf('\n'));
    }

    private Scenario read(String file, String text) throws MalformedScenarioException {
        Outline outline = Outline.of(text);
        for (Block block : outline.top()) {
            statement(new Cursor(block));
        }
        symbols.checkUses();
        String title = settings.title();
        if (title == null) {
            throw Cursor.wrong(new Place(1, 1), "a scenario has a title: scenario \"…\"");
        }
        done.sort(Comparator.comparingLong(Action::nanos));
        Scenario scenario = new Scenario(
                file, title, outline.lesson(), settings.shows(), settings.settings(), declared, done, expected);
        Contradictions.check(scenario);
        return scenario;
    }

    private void statement(Cursor cursor) throws MalformedScenarioException {
        Symbols.Kind kind = symbols.kindOf(cursor.peek());
        if (kind != null) {
            declared.addAll(declarations.held(cursor));
            return;
        }
        List<String> words = new ArrayList<>(SettingsParser.WORDS);
        words.addAll(DeclarationParser.WORDS);
        words.addAll(List.of("at", "after", "expect"));
        String word = cursor.choose(words);
        if (SettingsParser.WORDS.contains(word)) {
            settings.parse(word, cursor);
        } else if (DeclarationParser.WORDS.contains(word)) {
            declared.add(declarations.parse(word, cursor));
        } else if (word.equals("expect")) {
            expected.add(expectations.parse(cursor));
        } else {
            done.add(actions.parse(word, cursor));
        }
    }
}
