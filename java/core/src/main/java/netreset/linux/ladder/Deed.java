// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import netreset.ResetException;

/** An act that is ready to be done, once. */
@FunctionalInterface
public interface Deed {
    /**
     * Does it; blocks for as long as the kernel takes.
     *
     * @throws ResetException if nothing was done, and nothing can have been
     */
    Acted act() throws ResetException;
}
