// SPDX-License-Identifier: Apache-2.0
package netreset.linux.watch;

import java.util.HashMap;
import java.util.Map;

/** What is known of one interface: the judge's memory. */
final class Seen {
    final int index;
    final Flaps flaps;
    String name;
    Carrier carrier;
    /** That its loss was told, so that its return is to be. */
    boolean missed;
    /** By queue; a queue that isn't in it hasn't been read yet. */
    final Map<String, Long> txTimeouts = new HashMap<>();
    /** By the reporter's name and port: whether it is well. */
    final Map<String, Boolean> reporters = new HashMap<>();

    Seen(int index, String name, Carrier carrier, Flaps flaps) {
        this.index = index;
        this.name = name;
        this.carrier = carrier;
        this.flaps = flaps;
    }
}
