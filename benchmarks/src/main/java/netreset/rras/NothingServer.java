// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.ResetException;
import netreset.bridge.NothingModule;

/** A session with the library that does nothing; here for the package's own way to connect by another one. */
public final class NothingServer {
    /** A port it might have listed. */
    public static final RasPort PORT = new RasPort(
            0x1_8000_0001L,
            0,
            "VPN2-1",
            "rastapi",
            "WAN Miniport (IKEv2)",
            "vpn",
            PortCondition.LISTENING,
            3,
            0,
            0,
            null);

    private NothingServer() {}

    public static RasServer by(String bridge) throws ResetException {
        return RasServer.connect(NothingModule.by(bridge), RasServer.Options.DEFAULT);
    }
}
