// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.sim;

/** Unwinds a step when the run is over, as nothing returns from a bug check. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
        super("the run is over", null, false, false);
    }
}
