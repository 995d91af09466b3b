// SPDX-License-Identifier: Apache-2.0
package netreset.jna;

import netreset.linux.watch.WatchContract;

class JnaWatchTest extends WatchContract {
    JnaWatchTest() {
        super(new JnaBridge());
    }
}
