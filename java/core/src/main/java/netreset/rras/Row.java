// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import netreset.ResetException;

/** Makes an object of a structure in C's memory. */
@FunctionalInterface
interface Row<T> {
    /**
     * Copies everything.
     *
     * @param memory of the structure and no more, in native order; gone when this returns
     * @throws ResetException if it can't be read
     */
    T read(ByteBuffer memory) throws ResetException;
}
