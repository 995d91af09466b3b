// SPDX-License-Identifier: Apache-2.0
package netreset.rules;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered rules of one subject, in their order. Every {@code netreset/rules/NAME.txt} on the class path is a
 * catalogue: blocks of three lines, parted by blank lines, with comment lines after {@code #}. A block may have further
 * lines {@code key: value}, which are for others.
 */
public record RuleCatalogue(String name, List<Entry> rules) {
    private static final String FOLDER = "netreset/rules";
    private static final String SUFFIX = ".txt";
    private static final Pattern HEADING = Pattern.compile("([A-Z][0-9]+) (\\S.*)");
    private static final Pattern FURTHER = Pattern.compile("[a-z]+: \\S.*");

    /**
     * One rule.
     *
     * @param sentence what holds, in one sentence
     * @param source the header, kernel source file or manual page it follows from, or how it was measured
     */
    public record Entry(String number, String title, String sentence, String source) {}

    /** All catalogues on the class path, by name; of two with one name the first on the class path. */
    public static List<RuleCatalogue> all() throws IOException {
        return all(RuleCatalogue.class.getClassLoader());
    }

    static List<RuleCatalogue> all(ClassLoader loader) throws IOException {
        Map<String, RuleCatalogue> found = new TreeMap<>();
        for (URL folder : Collections.list(loader.getResources(FOLDER))) {
            in(folder).forEach(catalogue -> found.putIfAbsent(catalogue.name(), catalogue));
        }
        return List.copyOf(found.values());
    }

    private static List<RuleCatalogue> in(URL folder) throws IOException {
        try {
            URI uri = folder.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return in(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return in(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IOException("not a folder on the class path: " + folder, e);
        }
    }

    private static List<RuleCatalogue> in(Path folder) throws IOException {
        List<RuleCatalogue> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String fileName = file.getFileName().toString();
                String name = fileName.substring(0, fileName.length() - SUFFIX.length());
                found.add(parse(name, Files.readString(file)));
            }
        }
        return found;
    }

    /** @throws IllegalArgumentException naming the block that isn't a rule, or a number that occurs twice */
    static RuleCatalogue parse(String name, String text) {
        List<Entry> rules = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        String rulesOnly = text.replaceAll("(?m)^#.*\\R?", "").strip();
        for (String block : rulesOnly.split("\\R\\s*\\R", -1)) {
            Entry rule = entry(name, block);
            if (!numbers.add(rule.number())) {
                throw new IllegalArgumentException(name + ": " + rule.number() + " occurs twice");
            }
            rules.add(rule);
        }
        return new RuleCatalogue(name, List.copyOf(rules));
    }

    private static Entry entry(String name, String block) {
        List<String> lines = block.lines().map(String::strip).toList();
        Matcher heading = HEADING.matcher(lines.get(0));
        boolean further =
                lines.stream().skip(3).allMatch(line -> FURTHER.matcher(line).matches());
        if (lines.size() < 3 || !heading.matches() || !further) {
            throw new IllegalArgumentException(
                    name + ": not a heading, a sentence and a source, each on a line of its own: " + lines.get(0));
        }
        return new Entry(heading.group(1), heading.group(2), lines.get(1), lines.get(2));
    }
}
