// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.List;
import java.util.Set;
import netreset.Refusal;
import netreset.ResetException;

/** What forbids a means on a NIC, apart from the means itself: what hangs on the NIC, and whom it would cut off. */
public interface Refusals {
    /** Forbids nothing. */
    Refusals NONE = new Refusals() {
        @Override
        public Set<String> codes() {
            return Set.of();
        }

        @Override
        public Against against(Target target, Means means) {
            return new Against(List.of(), List.of());
        }
    };

    /**
     * What speaks against it.
     *
     * @param refusals all of it
     * @param notes what couldn't be found out
     */
    record Against(List<Refusal> refusals, List<String> notes) {
        public Against {
            refusals = List.copyOf(refusals);
            notes = List.copyOf(notes);
        }
    }

    /** Every code there is: who overrides another one has mistyped it. */
    Set<String> codes();

    /**
     * All that forbids it now, not only the first; asked for the plan, and before the act with the NIC's locks held.
     *
     * @throws ResetException if that can't be found out
     */
    Against against(Target target, Means means) throws ResetException;
}
