// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.linux.DatapathContract;

class JnaDatapathTest extends DatapathContract {
    JnaDatapathTest() {
        super(new JnaBridge());
    }
}
