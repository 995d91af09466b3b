// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.bridge.MprapiContract;

/** For the Windows lane: with what lies in the system folder there. */
class FfmMprapiWinIT extends MprapiContract {
    FfmMprapiWinIT() {
        super(new FfmBridge(), FfmTestLibrary::new);
    }
}
