// SPDX-License-Identifier: Apache-2.0
package netreset.windows;

import netreset.ResetException;
import netreset.bridge.Bridge;
import netreset.bridge.Bridges;
import netreset.bridge.NoBridgeException;
import netreset.bridge.NoMprapiException;
import netreset.bridge.StandIn;
import netreset.jna.JnaTestLibrary;
import netreset.rras.RasServer;

/** The leg of the Windows lane that runs. */
final class Leg {
    /** Where the lane puts the one library that may be loaded; Windows says it in its own case. */
    static final String LIBRARY = "C:\\windows\\system32\\mprapi.dll";

    private Leg() {}

    /** Its name. */
    static String name() {
        return System.getProperty("netreset.wine.leg", "");
    }

    /** The name of the bridge it is about. */
    static String bridgeName() {
        return System.getProperty("netreset.bridge", "ffm");
    }

    static Bridge bridge() throws NoBridgeException {
        return Bridges.find().named(bridgeName());
    }

    /** Connects through its bridge, as a user's program does. */
    static RasServer connect() throws ResetException {
        return RasServer.connect(RasServer.Options.DEFAULT.withBridge(bridgeName()));
    }

    /** What lies in the system folder. It is a library of this process: whichever bridge looks, it is the same. */
    static StandIn standIn() throws NoBridgeException, NoMprapiException {
        return StandIn.open(bridge(), JnaTestLibrary::new);
    }
}
