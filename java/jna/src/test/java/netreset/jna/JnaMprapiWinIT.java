// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.bridge.MprapiContract;
import netreset.bridge.NoMprapiException;

/** For the Windows lane: with what lies in the system folder there. */
class JnaMprapiWinIT extends MprapiContract {
    JnaMprapiWinIT() throws NoMprapiException {
        super(new JnaBridge(), JnaTestLibrary::new);
    }
}
