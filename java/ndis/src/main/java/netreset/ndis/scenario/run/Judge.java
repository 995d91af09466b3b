// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netreset.ndis.NdisStatus;
import netreset.ndis.scenario.Expectation;
import netreset.ndis.scenario.Pattern;
import netreset.ndis.scenario.Place;
import netreset.ndis.scenario.Scenario;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** Compares what happened with what was expected. */
final class Judge {
    private static final Place TOP = new Place(1, 1);

    private final List<Event> events;
    private final EndState end;
    private final List<Failure> failures = new ArrayList<>();
    private final List<Expectation.Violation> violations = new ArrayList<>();
    private final List<Expectation.BugCheck> bugChecks = new ArrayList<>();

    private Judge(List<Event> events, EndState end) {
        this.events = events;
        this.end = end;
    }

    /** All that is wrong, in the order of the file, then what nobody expected. */
    static List<Failure> judge(Scenario scenario, List<Event> events, EndState end) {
        Judge judge = new Judge(events, end);
        scenario.expectations().forEach(judge::check);
        for (int i = 0; i < events.size(); i++) {
            judge.checkExpected(i);
        }
        return judge.failures;
    }

    /** What is wrong with how things are at the end, whatever happened before. */
    static List<Failure> judgeEnd(Scenario scenario, EndState end) {
        Judge judge = new Judge(List.of(), end);
        scenario.expectations().forEach(judge::checkEnd);
        return judge.failures;
    }

    private void check(Expectation expectation) {
        if (expectation instanceof Expectation.InOrder order) {
            inOrder(order);
        } else if (expectation instanceof Expectation.Exactly exactly) {
            exactly(exactly);
        } else if (expectation instanceof Expectation.InAnyOrder any) {
            add(AnyOrder.check(any, events));
        } else if (expectation instanceof Expectation.Count count) {
            count(count);
        } else if (expectation instanceof Expectation.Within within) {
            within(within);
        } else if (expectation instanceof Expectation.Violation violation) {
            violation(violation);
        } else if (expectation instanceof Expectation.BugCheck bugCheck) {
            bugCheck(bugCheck);
        } else {
            checkEnd(expectation);
        }
    }

    private void inOrder(Expectation.InOrder order) {
        int last = -1;
        for (Pattern pattern : order.patterns()) {
            int next = next(pattern, last + 1);
            if (next < 0) {
                String after =
                        last < 0 ? "" : " after event " + events.get(last).seq();
                String instead = Nearest.of(pattern, events, last + 1);
                fail(pattern.at(), "expected" + after + ": " + PatternText.of(pattern) + instead, last);
                return;
            }
            last = next;
        }
    }

    private void exactly(Expectation.Exactly exactly) {
        int wanted = 0;
        List<Pattern> patterns = exactly.patterns();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            boolean counts = (exactly.kinds().isEmpty() || exactly.kinds().contains(event.what()))
                    && (exactly.adapter() == null || exactly.adapter().equals(event.adapter()));
            if (!counts) {
                continue;
            }
            if (wanted == patterns.size()) {
                fail(exactly.at(), "one event more than the " + wanted + " expected", i);
                return;
            }
            Pattern pattern = patterns.get(wanted);
            if (!Match.is(pattern, event)) {
                String why = pattern.what() == event.what()
                        ? "; it is " + String.join("; ", Match.differences(pattern, event))
                        : "; it is a " + event.what().word();
                fail(pattern.at(), "expected event " + event.seq() + " to be: " + PatternText.of(pattern) + why, i);
                return;
            }
            wanted++;
        }
        if (wanted < patterns.size()) {
            Pattern missing = patterns.get(wanted);
            fail(
                    missing.at(),
                    "expected next, but there is nothing more: " + PatternText.of(missing),
                    events.size() - 1);
        }
    }

    private void count(Expectation.Count count) {
        int begin = 0;
        int stop = events.size();
        if (count.after() != null) {
            begin = next(count.after(), 0) + 1;
            if (begin == 0) {
                fail(count.at(), "expected, to count from: " + PatternText.of(count.after()), events.size() - 1);
                return;
            }
        }
        if (count.before() != null) {
            int found = next(count.before(), begin);
            if (found < 0) {
                fail(count.at(), "expected, to count up to: " + PatternText.of(count.before()), begin - 1);
                return;
            }
            stop = found;
        }
        int times = 0;
        int last = -1;
        for (int i = begin; i < stop; i++) {
            if (Match.is(count.pattern(), events.get(i))) {
                times++;
                last = i;
            }
        }
        if (times < count.least() || times > count.most()) {
            String nearest = times == 0 ? Nearest.of(count.pattern(), events, begin) : "";
            fail(
                    count.at(),
                    "expected " + times(count) + ", found " + times + ": " + PatternText.of(count.pattern()) + nearest,
                    last);
        }
    }

    private static String times(Expectation.Count count) {
        if (count.least() == count.most()) {
            return count.least() == 0 ? "none" : "exactly " + count.least();
        }
        return count.most() == Integer.MAX_VALUE ? "at least " + count.least() : "at most " + count.most();
    }

    private void within(Expectation.Within within) {
        int first = next(within.first(), 0);
        if (first < 0) {
            fail(within.at(), "expected, to measure from: " + PatternText.of(within.first()), events.size() - 1);
        }
        for (; first >= 0; first = next(within.first(), first + 1)) {
            int then = next(within.then(), first + 1);
            long passed = then < 0
                    ? Long.MAX_VALUE
                    : events.get(then).atNanos() - events.get(first).atNanos();
            if (passed > within.nanos()) {
                String found = then < 0 ? "it never comes" : "it comes after " + Time.of(passed);
                fail(
                        within.then().at(),
                        "expected within " + Time.of(within.nanos()) + " of event "
                                + events.get(first).seq() + ": " + PatternText.of(within.then()) + "; " + found,
                        first);
                return;
            }
        }
    }

    private void violation(Expectation.Violation expected) {
        violations.add(expected);
        long found = events.stream().filter(e -> is(expected, e)).count();
        if (found == 0 || (expected.times() > 0 && found != expected.times())) {
            String times = expected.times() == 0 ? "" : " " + expected.times() + " times";
            fail(
                    expected.at(),
                    "expected rule R" + expected.rule() + " to be broken" + times + "; it is " + found + " times",
                    -1);
        }
    }

    private static boolean is(Expectation.Violation expected, Event event) {
        return event.what() == What.VIOLATION
                && event.rule() == expected.rule()
                && (expected.adapter() == null || expected.adapter().equals(event.adapter()));
    }

    private void bugCheck(Expectation.BugCheck expected) {
        bugChecks.add(expected);
        if (events.stream().noneMatch(e -> BugCheckText.is(expected, e))) {
            fail(
                    expected.at(),
                    "expected bug check " + BugCheckText.of(expected) + "; there is none like that",
                    events.size() - 1);
        }
    }

    /** Fails for a broken rule, or a bug check, that no expectation is about. */
    private void checkExpected(int index) {
        Event event = events.get(index);
        if (event.what() == What.VIOLATION && violations.stream().noneMatch(v -> is(v, event))) {
            fail(TOP, "rule R" + event.rule() + " is broken, which is not expected: " + event.text(), index);
        } else if (event.what() == What.BUG_CHECK && bugChecks.stream().noneMatch(b -> BugCheckText.is(b, event))) {
            fail(TOP, "a bug check, which is not expected: " + event.text(), index);
        }
    }

    private void checkEnd(Expectation expectation) {
        if (expectation instanceof Expectation.AdapterIs is) {
            boolean ofReset = is.state().equals("resetting") || is.state().equals("idle");
            String found = ofReset ? end.isResetting(is.adapter()) ? "resetting" : "idle" : end.adapter(is.adapter());
            compare(is.at(), is.adapter() + " to be", is.state(), found);
        } else if (expectation instanceof Expectation.VcIs is) {
            compare(is.at(), is.vc() + " to be", is.state(), end.vc(is.vc()));
        } else if (expectation instanceof Expectation.ResetCount count) {
            compare(
                    count.at(),
                    "the resets of " + count.adapter() + " to be",
                    count.count(),
                    end.resets(count.adapter()));
        } else if (expectation instanceof Expectation.EndsWith ends) {
            compare(ends.at(), ends.name() + " to end with", word(ends.status()), word(end.result(ends.name())));
        }
    }

    private static String word(@Nullable NdisStatus status) {
        return status == null ? "nothing, being out" : status.toString();
    }

    private void compare(Place at, String what, Object wanted, Object found) {
        if (!Objects.equals(wanted, found)) {
            failures.add(new Failure(at, "expected at the end " + what + " " + wanted + ", not " + found, ""));
        }
    }

    private int next(Pattern pattern, int from) {
        for (int i = from; i < events.size(); i++) {
            if (Match.is(pattern, events.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private void add(@Nullable Failure failure) {
        if (failure != null) {
            failures.add(failure);
        }
    }

    private void fail(Place at, String message, int index) {
        failures.add(new Failure(at, message, Excerpt.around(events, index)));
    }
}
