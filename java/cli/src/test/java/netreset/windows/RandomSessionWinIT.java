// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import netreset.rras.RandomSessions;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** On the DLL. Many more run on the same source as a Linux library, with sanitizers: native/mprapi/sessions. */
class RandomSessionWinIT {
    private static final int SESSIONS = 500;

    @Rule({"P19", "P22", "P31"})
    @Test
    void nothingIsLostAndNothingIsGivenBackTwice() throws Exception {
        System.out.println(
                Leg.bridgeName() + ", " + SESSIONS + " sessions: " + new RandomSessions(Leg.standIn()).run(SESSIONS));
    }
}
