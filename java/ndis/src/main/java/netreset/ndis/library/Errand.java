// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.sim.Activity;

/** Something small to be done when its turn comes. */
final class Errand extends Activity {
    private final String name;
    private final Runnable deed;

    Errand(String name, Runnable deed) {
        this.name = name;
        this.deed = deed;
    }

    @Override
    public boolean step() {
        deed.run();
        return true;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(name);
    }
}
