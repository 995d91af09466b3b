// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.linux.safety.SafetyContract;

class JnaSafetyTest extends SafetyContract {
    JnaSafetyTest() {
        super(new JnaBridge());
    }
}
