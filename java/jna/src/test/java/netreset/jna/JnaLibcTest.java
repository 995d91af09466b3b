// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.bridge.LibcContract;

class JnaLibcTest extends LibcContract {
    JnaLibcTest() {
        super(new JnaBridge());
    }
}
