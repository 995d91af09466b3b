// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.linux.safety.SafetyContract;

class FfmSafetyTest extends SafetyContract {
    FfmSafetyTest() {
        super(new FfmBridge());
    }
}
