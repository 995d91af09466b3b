// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.bridge.Kernel32Contract;

/** For the Windows lane. */
class FfmKernel32WinIT extends Kernel32Contract {
    FfmKernel32WinIT() {
        super(new FfmBridge());
    }
}
