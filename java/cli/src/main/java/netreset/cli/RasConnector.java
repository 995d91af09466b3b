// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import netreset.ResetException;
import netreset.rras.RasServer;

/** How the command gets to a server: {@link RasServer#connect(RasServer.Options)}, but in tests. */
@FunctionalInterface
interface RasConnector {
    RasServer connect(RasServer.Options options) throws ResetException;
}
