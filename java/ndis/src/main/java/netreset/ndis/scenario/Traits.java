// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.List;
import netreset.ndis.rules.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What a miniport has registered, and what is configured on its adapter.
 *
 * @param version the NDIS version it registers with; {@code null} is the scenario's
 * @param connectionOriented whether its driver has the connection-oriented handlers
 * @param callManager whether its driver is the call manager too
 * @param resetHandler whether it has one
 * @param hangHandler whether it has a check-for-hang handler
 * @param attributes whether it has set its registration attributes
 * @param hangSeconds the check-for-hang period it asks for; 0 is the default
 * @param initializeNanos how long initialising takes
 * @param packetFilter what is set; 0 is nothing
 * @param multicast the list of multicast addresses
 * @param encapsulation whether the task-offload encapsulation is set
 * @param wakePatterns how many patterns were added by OID_PNP_ADD_WAKE_UP_PATTERN
 * @param wolPatterns how many were added by OID_PM_ADD_WOL_PATTERN
 * @param coalescingFilters how many packet-coalescing receive filters are set
 * @param mac its station address; {@code null} is one that the model makes up
 */
public record Traits(
        @Nullable Profile version,
        boolean connectionOriented,
        boolean callManager,
        boolean resetHandler,
        boolean hangHandler,
        boolean attributes,
        int hangSeconds,
        long initializeNanos,
        int packetFilter,
        List<String> multicast,
        boolean encapsulation,
        int wakePatterns,
        int wolPatterns,
        int coalescingFilters,
        @Nullable String mac) {}
