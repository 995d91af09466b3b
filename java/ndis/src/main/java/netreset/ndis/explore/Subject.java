// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

import netreset.ndis.Digestible;
import netreset.ndis.sim.Chooser;
import netreset.ndis.sim.Simulation;
import org.jspecify.annotations.Nullable;

/** What is explored. Makes the same beginning each time: nothing but the chooser may tell one run from another. */
public interface Subject {
    /** A new run, with everything set up and nothing done. */
    Run begin(Chooser chooser);

    /** One run. Its digest is of the whole state: the simulation's, the model's and the drivers'. */
    interface Run extends Digestible {
        Simulation simulation();

        /** Runs to the end, or until the simulation is stopped. */
        void go();

        /** What went wrong up to now; {@code null} if nothing did. Cheap: asked at each choice. */
        @Nullable
        String failure();

        /** What is wrong with a run that came to its end, besides; {@code null} if nothing is. */
        @Nullable
        String failureAtEnd();
    }
}
