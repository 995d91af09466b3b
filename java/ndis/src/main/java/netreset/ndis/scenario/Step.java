// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.List;
import netreset.ndis.NdisStatus;
import org.jspecify.annotations.Nullable;

/** One thing that a driver, or the system, does. */
public sealed interface Step {
    /** Where the file says so. */
    Place at();

    /** A miniport asks for its reset, or a protocol (of NDIS 5) for an adapter's. */
    record AskForReset(Place at, @Nullable String adapter) implements Step {}

    /** NdisMResetComplete. */
    record CompleteReset(Place at, NdisStatus status, boolean addressingReset) implements Step {}

    /** A handler ends with this result; the flag is AddressingReset where the handler is MiniportResetEx. */
    record Return(Place at, NdisStatus status, boolean addressingReset) implements Step {}

    /** What was announced by PENDING never happens, and the scenario's author knows. */
    record NeverComplete(Place at) implements Step {}

    /** What the check-for-hang handler answers, call by call; beyond the last, the last again. */
    record Answer(Place at, List<Boolean> hung) implements Step {
        public Answer {
            hung = List.copyOf(hung);
        }
    }

    /** A miniport gives sends back: the one it was called with, or all it has. */
    record CompleteSends(Place at, boolean all, NdisStatus status) implements Step {}

    /** A miniport answers OID requests: the one it was called with, or all it has. */
    record CompleteRequests(Place at, boolean all, NdisStatus status) implements Step {}

    /** A miniport gives back the send or OID request of this name. */
    record CompleteNamed(Place at, String name, NdisStatus status) implements Step {}

    /** A miniport keeps the send or request it was called with: in its queue, or handed to the hardware. */
    record Keep(Place at, boolean onTheWire) implements Step {}

    /** NdisMIndicateStatusEx; of LINK_STATE the flag is whether the link is up. */
    record Indicate(Place at, NdisStatus status, boolean up) implements Step {}

    /** NdisWriteErrorLogEntry. */
    record LogError(Place at, String code) implements Step {}

    /** NdisStallExecution. */
    record Stall(Place at, long nanos) implements Step {}

    /** A spin lock is taken, or released. */
    record Lock(Place at, String name, boolean take) implements Step {}

    /** What the device does, which a driver has to make good, or to tell. */
    record Hardware(Place at, HardwareVerb verb) implements Step {}

    /** What can happen to a device. */
    enum HardwareVerb {
        LOSES_LINK,
        GETS_LINK,
        FORGETS_MAC,
        FORGETS_COALESCING_FILTERS,
        KEEPS_MATCH_COUNTER,
        INTERRUPTS,
        /** It says so where its driver looks. */
        NEEDS_RESET,
        /** Likewise, and a reset won't help. */
        BEYOND_REPAIR
    }

    /** An E100 begins to negotiate its link anew, and is done after a time. */
    record DetectLink(Place at, long nanos) implements Step {}

    /** NdisMRemoveMiniport. */
    record RemoveItself(Place at) implements Step {}

    /** A miniport indicates received buffers. */
    record Receive(Place at, int count) implements Step {}

    /** NdisMPauseComplete, NdisMRestartComplete, or the completion of a VC's activation or deactivation. */
    record Complete(Place at, Occasion occasion, @Nullable String vc, NdisStatus status) implements Step {}

    /** Later, and in another thread of control. */
    record Later(Place at, long nanos, Runs runs, List<Step> steps) implements Step {
        public Later {
            steps = List.copyOf(steps);
        }
    }

    /** A protocol sends, to an adapter or on a virtual connection. Without a target: where the callback came from. */
    record Send(Place at, List<String> names, @Nullable String target) implements Step {
        public Send {
            names = List.copyOf(names);
        }
    }

    /** A protocol sends again whatever came back with a status that says it may. */
    record SendAgain(Place at) implements Step {}

    /** A protocol cancels a send or an OID request. */
    record Cancel(Place at, String name) implements Step {}

    /** A protocol queries or sets an OID of an adapter, or asks the call manager of an address family. */
    record Request(
            Place at,
            String name,
            boolean set,
            int oid,
            @Nullable String target) implements Step {}

    /** A protocol returns received buffers; 0 is all. */
    record ReturnBuffers(Place at, int count) implements Step {}

    /** A client or call manager does something with a virtual connection. */
    record OnVc(Place at, VcVerb verb, String vc, @Nullable String family) implements Step {}

    /** What can be done with a virtual connection. */
    enum VcVerb {
        CREATES,
        ACTIVATES,
        DEACTIVATES,
        DELETES,
        MAKES_CALL,
        CLOSES_CALL
    }

    /** The system changes the life of an adapter. */
    record BySystem(
            Place at,
            SystemVerb verb,
            String adapter,
            @Nullable String other,
            int number) implements Step {}

    /** What the system does. */
    enum SystemVerb {
        PAUSES,
        RESTARTS,
        HALTS,
        REMOVES,
        /** The device is gone: surprise removal. */
        PULLS,
        SHUTS_DOWN,
        /** OID_PNP_SET_POWER; the number is that of the state, D0 to D3. */
        POWERS,
        BINDS,
        UNBINDS,
        ATTACHES,
        DETACHES,
        /** Of the operator. */
        RESETS
    }
}
