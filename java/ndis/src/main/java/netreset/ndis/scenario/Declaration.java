// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import netreset.ndis.NdisStatus;
import org.jspecify.annotations.Nullable;

/** Something that is there when a scenario begins. */
public sealed interface Declaration {
    /** Where it is declared. */
    Place at();

    /** What the scenario calls it. */
    String name();

    /**
     * A miniport adapter.
     *
     * @param kind its driver: {@code scripted}, {@code well-behaved}, or a fixture's name
     * @param traits what is registered and configured
     * @param handlers what its driver does, where the scenario says so
     */
    record Miniport(Place at, String name, String kind, Traits traits, List<Handler> handlers) implements Declaration {
        /** Whether its driver does what the file says, and not what it always does. */
        public boolean isScripted() {
            return kind.equals("scripted");
        }
    }

    /**
     * A protocol driver.
     *
     * @param role what it is to connection-oriented NDIS
     * @param adapters what it is bound to, in order
     * @param keepsBuffers whether it keeps received buffers until told to return them
     */
    record Protocol(
            Place at, String name, Role role, List<String> adapters, boolean keepsBuffers, List<Handler> handlers)
            implements Declaration {}

    /** What a protocol is to connection-oriented NDIS. */
    enum Role {
        CONNECTIONLESS,
        CALL_MANAGER,
        CLIENT
    }

    /**
     * A filter module. Those declared first are nearest to the miniport.
     *
     * @param statusHandler whether it has one
     * @param swallows the status indications that go no further
     */
    record Filter(Place at, String name, String adapter, boolean statusHandler, Set<NdisStatus> swallows)
            implements Declaration {}

    /** An intermediate driver: a protocol of the lower adapter, and a virtual miniport. */
    record Intermediate(Place at, String name, String lower, String virtual) implements Declaration {}

    /** An address family that a client has opened with a call manager, or with the adapter's own if {@code manager} is null. */
    record AddressFamily(
            Place at, String name, String client, @Nullable String manager, String adapter) implements Declaration {}

    /** A service access point that a client has registered. */
    record Sap(Place at, String name, String family) implements Declaration {}

    /** A virtual connection. */
    record Vc(Place at, String name, String family, VcState state) implements Declaration {}

    /** What a virtual connection is when the scenario begins. */
    enum VcState {
        CREATED,
        ACTIVATING,
        ACTIVE,
        REACTIVATING,
        DEACTIVATING;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A party of a multipoint call. */
    record Party(Place at, String name, String vc) implements Declaration {}

    /** A net buffer list that the miniport has, and keeps: in its queue, or handed to the hardware. */
    record HeldSend(Place at, String name, String protocol, String target, boolean onTheWire) implements Declaration {}

    /** An OID request that the miniport has, and keeps. */
    record HeldRequest(Place at, String name, String protocol, String adapter, boolean set, int oid)
            implements Declaration {}
}
