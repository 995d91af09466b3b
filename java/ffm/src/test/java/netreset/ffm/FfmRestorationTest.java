// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.linux.state.RestorationContract;

class FfmRestorationTest extends RestorationContract {
    FfmRestorationTest() {
        super(new FfmBridge());
    }
}
