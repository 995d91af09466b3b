// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.bridge.MprapiContract;
import netreset.bridge.NoMprapiException;

/** For the Windows lane: with what lies in the system folder there. */
class FfmMprapiWinIT extends MprapiContract {
    FfmMprapiWinIT() throws NoMprapiException {
        super(new FfmBridge(), FfmTestLibrary::new);
    }
}
