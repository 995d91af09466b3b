// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.bridge.MprapiContract;

class FfmMprapiTest extends MprapiContract {
    FfmMprapiTest() {
        super(new FfmBridge(), FfmTestLibrary::new);
    }
}
