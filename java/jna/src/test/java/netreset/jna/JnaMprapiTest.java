// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.bridge.MprapiContract;

class JnaMprapiTest extends MprapiContract {
    JnaMprapiTest() {
        super(new JnaBridge(), JnaTestLibrary::new);
    }
}
