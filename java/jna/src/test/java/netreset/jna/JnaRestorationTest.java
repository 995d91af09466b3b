// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.linux.state.RestorationContract;

class JnaRestorationTest extends RestorationContract {
    JnaRestorationTest() {
        super(new JnaBridge());
    }
}
