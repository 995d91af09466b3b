// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import netreset.ResetException;

/** One reset, done when this returns; anything but a full reset is an exception. */
@FunctionalInterface
interface Reset {
    void run() throws IOException, ResetException;
}
