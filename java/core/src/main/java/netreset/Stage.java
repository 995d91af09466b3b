// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.ArrayList;
import java.util.List;

/**
 * One means of a plan: what it would do, what it would take down, what would be lost.
 *
 * @param method the means
 * @param rung how far it reaches on this NIC
 * @param requested the components the driver would be asked to reset; none but for ETHTOOL_RESET
 * @param needs the privilege it needs
 * @param steps the system calls it would make, with their paths, in order, one line each
 * @param blastRadius what else goes down with it, one line each
 * @param losses what of the NIC's state it loses, one line each
 * @param proof how one will know that it was done
 * @param refusals every rule that forbids it and wasn't overridden
 * @param notes what else a person should know
 */
public record Stage(
        Method method,
        Rung rung,
        ResetMask requested,
        String needs,
        List<String> steps,
        List<String> blastRadius,
        List<String> losses,
        String proof,
        List<Refusal> refusals,
        List<String> notes) {
    public Stage {
        steps = List.copyOf(steps);
        blastRadius = List.copyOf(blastRadius);
        losses = List.copyOf(losses);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /** The same, with these refusals besides. */
    public Stage and(List<Refusal> more) {
        List<Refusal> all = new ArrayList<>(refusals);
        all.addAll(more);
        return new Stage(method, rung, requested, needs, steps, blastRadius, losses, proof, all, notes);
    }
}
