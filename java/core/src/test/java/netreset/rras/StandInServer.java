// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.ResetException;
import netreset.bridge.StandIn;

/** The way to a server in a library that only a test may name. */
public final class StandInServer {
    private StandInServer() {}

    /** Connects through the scripted library. */
    public static RasServer connect(StandIn standIn, RasServer.Options options) throws ResetException {
        return RasServer.connect(standIn.module(), options);
    }
}
