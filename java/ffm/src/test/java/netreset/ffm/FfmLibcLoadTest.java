// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.bridge.LibcLoadContract;

class FfmLibcLoadTest extends LibcLoadContract {
    FfmLibcLoadTest() {
        super(new FfmBridge());
    }
}
