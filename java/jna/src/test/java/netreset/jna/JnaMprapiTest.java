// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.bridge.MprapiContract;
import netreset.bridge.NoMprapiException;

class JnaMprapiTest extends MprapiContract {
    JnaMprapiTest() throws NoMprapiException {
        super(new JnaBridge(), JnaTestLibrary::new);
    }
}
