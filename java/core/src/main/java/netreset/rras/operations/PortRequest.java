// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;

/**
 * What to do to which ports, and how. Immutable; start with {@link #of} and change what you need:
 *
 * <pre>{@code
 * PortRequest.of(PortOperation.DISCONNECT, PortSelection.ALL.withConnectedFor(Duration.ofDays(1)))
 *         .withPortsInUse(true)
 *         .withMaxPorts(20)
 * }</pre>
 *
 * @param operation what to do
 * @param selection to which ports
 * @param portsInUse whether a reset or a hang-up may touch ports somebody uses; they may not unless changed. Clearing
 *     statistics always may
 * @param maxPorts calls are made on so many ports at most, the first of the selection; {@link #UNLIMITED} unless changed
 * @param delay pause between two ports; none unless changed
 * @param verification how long to look for an effect; 0 for not at all; 10 s unless changed
 * @param escalation whether a port is disconnected if its device reset had no effect; it isn't unless changed
 */
public record PortRequest(
        PortOperation operation,
        PortSelection selection,
        boolean portsInUse,
        int maxPorts,
        Duration delay,
        Duration verification,
        boolean escalation) {
    /** Every port of the selection. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** The longest delay and verification. */
    public static final Duration MAX_DURATION = Duration.ofHours(1);

    /**
     * Takes its parts.
     *
     * @throws IllegalArgumentException if a number is out of range, or only a reset could be escalated
     */
    public PortRequest {
        if (maxPorts < 1) {
            throw new IllegalArgumentException("the number of ports is at least 1, not " + maxPorts);
        }
        check("a delay", delay);
        check("the time to look for an effect", verification);
        if (escalation && operation != PortOperation.RESET) {
            throw new IllegalArgumentException("only a device reset is escalated to a hang-up");
        }
        if (escalation && verification.isZero()) {
            throw new IllegalArgumentException("an escalation needs time to look for an effect first");
        }
    }

    /** With every default. */
    public static PortRequest of(PortOperation operation, PortSelection selection) {
        return new PortRequest(operation, selection, false, UNLIMITED, Duration.ZERO, Duration.ofSeconds(10), false);
    }

    public PortRequest withPortsInUse(boolean changed) {
        return new PortRequest(operation, selection, changed, maxPorts, delay, verification, escalation);
    }

    /**
     * Makes calls on so many ports at most.
     *
     * @throws IllegalArgumentException if less than 1
     */
    public PortRequest withMaxPorts(int changed) {
        return new PortRequest(operation, selection, portsInUse, changed, delay, verification, escalation);
    }

    /**
     * Pauses between two ports.
     *
     * @throws IllegalArgumentException if negative or longer than {@link #MAX_DURATION}
     */
    public PortRequest withDelay(Duration changed) {
        return new PortRequest(operation, selection, portsInUse, maxPorts, changed, verification, escalation);
    }

    /**
     * Looks so long for an effect; 0 for not at all.
     *
     * @throws IllegalArgumentException if negative, longer than {@link #MAX_DURATION}, or 0 with an escalation
     */
    public PortRequest withVerification(Duration changed) {
        return new PortRequest(operation, selection, portsInUse, maxPorts, delay, changed, escalation);
    }

    /**
     * Disconnects a port whose device reset had no effect.
     *
     * @throws IllegalArgumentException if true for another operation, or without verification
     */
    public PortRequest withEscalation(boolean changed) {
        return new PortRequest(operation, selection, portsInUse, maxPorts, delay, verification, changed);
    }

    private static void check(String what, Duration duration) {
        if (duration.isNegative() || duration.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException(what + " is at least 0 and at most 1 h, not " + duration);
        }
    }
}
