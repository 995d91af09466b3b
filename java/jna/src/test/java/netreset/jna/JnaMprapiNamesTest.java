// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.bridge.MprapiNamesContract;

class JnaMprapiNamesTest extends MprapiNamesContract {
    JnaMprapiNamesTest() {
        super(new JnaBridge(), JnaTestLibrary::new);
    }
}
