// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.List;

/**
 * What a reset would do, bound to the device it was made for and not to its name.
 *
 * @param request what was asked for
 * @param device the device it led to
 * @param identity what tells the device from every other
 * @param method the means that comes first: a {@link Method}'s word, or {@code mprapi}
 * @param requested the components the driver would be asked to reset
 * @param steps the calls it would make, in order, one line each
 * @param refusals every rule that forbids it and wasn't overridden; none if it may go ahead
 * @param notes what else a person should know
 * @param stages for a NIC what would be done first, and then, one after the other, if the NIC isn't seen to be back; none
 *     for a port
 */
public record ResetPlan(
        ResetRequest request,
        Device device,
        DeviceIdentity identity,
        String method,
        ResetMask requested,
        List<String> steps,
        List<Refusal> refusals,
        List<String> notes,
        List<Stage> stages) {
    public ResetPlan {
        stages = List.copyOf(stages);
        steps = List.copyOf(steps);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /** A plan of one step that isn't on the ladder. */
    public ResetPlan(
            ResetRequest request,
            Device device,
            DeviceIdentity identity,
            String method,
            ResetMask requested,
            List<String> steps,
            List<Refusal> refusals,
            List<String> notes) {
        this(request, device, identity, method, requested, steps, refusals, notes, List.of());
    }
}
