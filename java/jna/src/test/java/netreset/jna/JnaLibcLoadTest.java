// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.bridge.LibcLoadContract;

class JnaLibcLoadTest extends LibcLoadContract {
    JnaLibcLoadTest() {
        super(new JnaBridge());
    }
}
