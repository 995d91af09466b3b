// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.rules.Profile;
import org.jspecify.annotations.Nullable;

/** Traits while they are read. */
final class TraitsSoFar {
    /** Which were read, and where. */
    final Map<String, Place> said = new LinkedHashMap<>();

    final List<String> multicast = new ArrayList<>();

    @Nullable
    Profile version;

    boolean connectionOriented;
    boolean callManager;
    boolean resetHandler = true;
    boolean hangHandler = true;
    boolean attributes = true;
    int hangSeconds;
    long initializeNanos;
    int packetFilter;
    boolean encapsulation;
    int wakePatterns;
    int wolPatterns;
    int coalescing;

    @Nullable
    String mac;

    Traits traits() {
        return new Traits(
                version,
                connectionOriented,
                callManager,
                resetHandler,
                hangHandler,
                attributes,
                hangSeconds,
                initializeNanos,
                packetFilter,
                List.copyOf(multicast),
                encapsulation,
                wakePatterns,
                wolPatterns,
                coalescing,
                mac);
    }
}
