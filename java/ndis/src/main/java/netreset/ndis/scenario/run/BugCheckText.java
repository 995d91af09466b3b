// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreset.ndis.scenario.Expectation;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;

/** Bug checks by their numbers: the code, then the first parameter, in an event's text. */
final class BugCheckText {
    private static final Pattern NUMBER = Pattern.compile("0x([0-9A-Fa-f]{1,8})");

    private BugCheckText() {}

    static boolean is(Expectation.BugCheck expected, Event event) {
        String text = event.text();
        if (event.what() != What.BUG_CHECK || text == null) {
            return false;
        }
        List<Long> numbers = new ArrayList<>();
        for (Matcher matcher = NUMBER.matcher(text); matcher.find(); ) {
            numbers.add(Long.parseLong(matcher.group(1), 16));
        }
        return numbers.size() > 0
                && numbers.get(0) == expected.code()
                && (expected.parameter() < 0 || (numbers.size() > 1 && numbers.get(1) == expected.parameter()));
    }

    static String of(Expectation.BugCheck expected) {
        String code = String.format("0x%X", expected.code());
        return expected.parameter() < 0 ? code : code + String.format(" 0x%X", expected.parameter());
    }
}
