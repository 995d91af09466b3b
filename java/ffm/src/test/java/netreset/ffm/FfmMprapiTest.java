// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.bridge.MprapiContract;
import netreset.bridge.NoMprapiException;

class FfmMprapiTest extends MprapiContract {
    FfmMprapiTest() throws NoMprapiException {
        super(new FfmBridge(), FfmTestLibrary::new);
    }
}
