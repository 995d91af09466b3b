// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import netreset.bridge.Bridge;
import netreset.bridge.Bridges;
import netreset.bridge.StandIn;
import netreset.jna.JnaTestLibrary;
import netreset.rras.RandomSessions;

/** For native/mprapi/sessions: arguments are the bridge, the library's absolute path, and how many sessions. */
public final class RandomSessionsMain {
    private RandomSessionsMain() {}

    public static void main(String[] args) throws Exception {
        Bridge bridge = Bridges.find().named(args[0]);
        int count = Integer.parseInt(args[2]);
        RandomSessions sessions = new RandomSessions(StandIn.at(bridge, JnaTestLibrary::new, args[1])).run(count);
        System.out.println(args[0] + ", " + count + " sessions: " + sessions);
    }
}
