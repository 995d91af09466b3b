// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.bridge.MprapiNamesContract;

class FfmMprapiNamesTest extends MprapiNamesContract {
    FfmMprapiNamesTest() {
        super(new FfmBridge(), FfmTestLibrary::new);
    }
}
