// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.List;
import java.util.Set;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** What must be true of a log, or of how things are at the end. */
public sealed interface Expectation {
    /** Where the file says so. */
    Place at();

    /** These events occur in this order, others between them as may be. */
    record InOrder(Place at, List<Pattern> patterns) implements Expectation {}

    /** These events occur in this order, and no others of the kinds (none is: any kind) on the adapter (null: any). */
    record Exactly(Place at, Set<What> kinds, @Nullable String adapter, List<Pattern> patterns)
            implements Expectation {}

    /** As many different events as there are patterns match them, whatever their order. */
    record InAnyOrder(Place at, List<Pattern> patterns) implements Expectation {}

    /** So many events match, of the whole log or of what is after the first match of one pattern and before the next of another. */
    record Count(
            Place at,
            Pattern pattern,
            int least,
            int most,
            @Nullable Pattern after,
            @Nullable Pattern before) implements Expectation {}

    /** Each event like the first is followed by one like the second within the time. */
    record Within(Place at, long nanos, Pattern first, Pattern then) implements Expectation {}

    /** The rule is broken, so many times (0: once or more often). One that isn't expected fails the scenario. */
    record Violation(Place at, int rule, @Nullable String adapter, int times) implements Expectation {}

    /** Windows stops. */
    record BugCheck(Place at, long code, long parameter) implements Expectation {}

    /** At the end an adapter's operational state is this. */
    record AdapterIs(Place at, String adapter, String state) implements Expectation {}

    /** At the end a virtual connection is in this state; {@code deleted} is one. */
    record VcIs(Place at, String vc, String state) implements Expectation {}

    /** How many resets an adapter has been through since it was initialised. */
    record ResetCount(Place at, String adapter, int count) implements Expectation {}

    /** How the last thing that became of a send or OID request ended; {@code null}: it has not come back. */
    record EndsWith(Place at, String name, @Nullable NdisStatus status) implements Expectation {}
}
