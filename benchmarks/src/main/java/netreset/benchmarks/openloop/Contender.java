// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks.openloop;

import java.io.IOException;
import netreset.ResetException;

/** One way to reset a NIC. */
interface Contender {
    String name();

    /** How often a second it can be asked. */
    Pace pace();

    /** Follows a schedule; the latency of each reset, in nanoseconds. */
    long[] round(Schedule schedule) throws IOException, ResetException;

    /** Which schedule it gets. */
    enum Pace {
        /** As fast as the C loop is asked. */
        CALL,
        /** For what does much more than the call, and would only queue at that rate. */
        WHOLE
    }

    /** A reset from this JVM. */
    record InJvm(String name, Pace pace, Reset reset) implements Contender {
        @Override
        public long[] round(Schedule schedule) throws IOException, ResetException {
            return schedule.follow(reset);
        }
    }
}
