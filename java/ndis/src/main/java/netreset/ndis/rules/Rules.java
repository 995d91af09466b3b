// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of the contract, R1 and on. Read when first asked for: a run that breaks none never reads them. */
public final class Rules {
    private static final String RESOURCE = "/netreset/rules/ndis.txt";
    private static final Pattern NAME = Pattern.compile("[Rr]?0*([1-9][0-9]{0,3})");

    private Rules() {}

    private static final class Catalogue {
        static final List<NdisRule> RULES = read();

        private static List<NdisRule> read() {
            try (InputStream text = Rules.class.getResourceAsStream(RESOURCE)) {
                if (text == null) {
                    throw new IllegalStateException("the catalogue of rules is missing: " + RESOURCE);
                }
                return RulesText.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All of them, in the order of their numbers. */
    public static List<NdisRule> all() {
        return Catalogue.RULES;
    }

    /**
     * The rule of this number.
     *
     * @throws IllegalArgumentException if there is none, in one line
     */
    public static NdisRule get(int number) {
        if (number < 1 || number > all().size()) {
            throw none("R" + number);
        }
        return all().get(number - 1);
    }

    /**
     * The rule of this name: {@code R17}, or {@code 17}.
     *
     * @throws IllegalArgumentException if there is none, in one line
     */
    public static NdisRule named(String name) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw none("'" + name + "'");
        }
        return get(Integer.parseInt(matcher.group(1)));
    }

    private static IllegalArgumentException none(String name) {
        return new IllegalArgumentException("there is no rule " + name + ": there are R1 to R" + all().size());
    }
}
