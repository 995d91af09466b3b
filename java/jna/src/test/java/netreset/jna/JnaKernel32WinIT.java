// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.bridge.Kernel32Contract;

/** For the Windows lane. */
class JnaKernel32WinIT extends Kernel32Contract {
    JnaKernel32WinIT() {
        super(new JnaBridge());
    }
}
