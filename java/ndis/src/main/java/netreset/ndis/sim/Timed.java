// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

import netreset.ndis.Digestible;

/** Something that happens at a time. Made once, set again and again. */
public abstract class Timed implements Digestible {
    long at;
    long sequence;
    int place = -1;

    protected Timed() {}

    /** It is time. */
    protected abstract void due();

    /** Whether the model may come to rest while it is still to come, as a tick that comes for ever. */
    protected boolean isBackground() {
        return false;
    }

    /** Whether it is set. */
    public final boolean isSet() {
        return place >= 0;
    }

    /** When it happens, if it is set. */
    public final long at() {
        return at;
    }

    final boolean isBefore(Timed other) {
        return at < other.at || (at == other.at && sequence < other.sequence);
    }
}
