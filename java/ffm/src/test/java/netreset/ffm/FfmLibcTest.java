// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.bridge.LibcContract;

class FfmLibcTest extends LibcContract {
    FfmLibcTest() {
        super(new FfmBridge());
    }
}
