// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.linux.DatapathContract;

class FfmDatapathTest extends DatapathContract {
    FfmDatapathTest() {
        super(new FfmBridge());
    }
}
