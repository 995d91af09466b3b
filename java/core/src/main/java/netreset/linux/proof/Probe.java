// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

/** One way of asking through a NIC whether anybody hears. Used by one thread at a time. */
interface Probe extends AutoCloseable {
    /** {@link #receive}: nothing was answered in time. */
    int NONE = -1;

    /** What is asked of whom, for a person. */
    String text();

    /** How long from one probe to the next, in nanoseconds. */
    long intervalNanos();

    /**
     * Sends a probe, without waiting for its answer.
     *
     * @param number counts up from 0
     * @return 0, or the errno it couldn't be sent for
     */
    int send(int number);

    /**
     * Waits for an answer until {@link System#nanoTime()} reaches {@code deadline}; looks at least once.
     *
     * @return the number of the probe that was answered, or {@link #NONE}
     */
    int receive(long deadline);

    @Override
    void close();
}
