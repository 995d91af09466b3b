// SPDX-License-Identifier: Apache-2.0
package netreset.ffm;

import netreset.linux.watch.WatchContract;

class FfmWatchTest extends WatchContract {
    FfmWatchTest() {
        super(new FfmBridge());
    }
}
