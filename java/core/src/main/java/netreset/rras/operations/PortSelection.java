// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which ports. A port is selected if it meets every condition; a list is met if one of its items is, and an empty one
 * always. Selected ports keep the server's order. Immutable; start with {@link #ALL} or {@link #named}.
 *
 * <p>Globs match the whole text whatever its case; {@code *} stands for any characters and {@code ?} for one.
 *
 * @param names globs for the port's name
 * @param states state words, see {@link StateWord}
 * @param devices globs for the device's name or type
 * @param users globs for the user on the port, as {@code USER} or {@code DOMAIN\USER}
 * @param connectedFor only ports connected at least so long; {@code null} for any
 * @param idleFor only ports whose bytes and frames are seen not to change for so long, which selecting takes; a counter
 *     that goes down or can't be read tells nothing, and the port isn't selected; {@code null} for any
 * @param duplicates only ports whose user has a newer connection, on whichever port: the newest is kept
 */
public record PortSelection(
        List<String> names,
        List<String> states,
        List<String> devices,
        List<String> users,
        @Nullable Duration connectedFor,
        @Nullable Duration idleFor,
        boolean duplicates) {
    /** Every port. */
    public static final PortSelection ALL =
            new PortSelection(List.of(), List.of(), List.of(), List.of(), null, null, false);

    /** The longest time to watch counters. */
    public static final Duration MAX_IDLE = Duration.ofHours(1);

    /**
     * Takes its parts.
     *
     * @throws IllegalArgumentException if a word is no state, a glob is empty, or a duration is out of range
     */
    public PortSelection {
        names = globs("a port's name", names);
        states = states.stream().map(word -> StateWord.parse(word).text()).toList();
        devices = globs("a device", devices);
        users = globs("a user", users);
        if (connectedFor != null && connectedFor.isNegative()) {
            throw new IllegalArgumentException("no port is connected for less than 0, not " + connectedFor);
        }
        if (idleFor != null && (idleFor.isNegative() || idleFor.isZero() || idleFor.compareTo(MAX_IDLE) > 0)) {
            throw new IllegalArgumentException("counters are watched for more than 0 and at most 1 h, not " + idleFor);
        }
    }

    /** Ports with such names. */
    public static PortSelection named(String... globs) {
        return ALL.withNames(globs);
    }

    /**
     * Ports with such names; replaces those set before, as every method here does.
     *
     * @throws IllegalArgumentException if a glob is empty
     */
    public PortSelection withNames(String... globs) {
        return new PortSelection(Arrays.asList(globs), states, devices, users, connectedFor, idleFor, duplicates);
    }

    /**
     * Ports in one of these states.
     *
     * @throws IllegalArgumentException if a word is no {@link StateWord}
     */
    public PortSelection withStates(String... words) {
        return new PortSelection(names, Arrays.asList(words), devices, users, connectedFor, idleFor, duplicates);
    }

    /**
     * Ports of such devices.
     *
     * @throws IllegalArgumentException if a glob is empty
     */
    public PortSelection withDevices(String... globs) {
        return new PortSelection(names, states, Arrays.asList(globs), users, connectedFor, idleFor, duplicates);
    }

    /**
     * Ports with such users.
     *
     * @throws IllegalArgumentException if a glob is empty
     */
    public PortSelection withUsers(String... globs) {
        return new PortSelection(names, states, devices, Arrays.asList(globs), connectedFor, idleFor, duplicates);
    }

    /**
     * Ports connected at least so long.
     *
     * @throws IllegalArgumentException if negative
     */
    public PortSelection withConnectedFor(@Nullable Duration changed) {
        return new PortSelection(names, states, devices, users, changed, idleFor, duplicates);
    }

    /**
     * Ports whose counters don't change for so long.
     *
     * @throws IllegalArgumentException unless more than 0 and at most {@link #MAX_IDLE}
     */
    public PortSelection withIdleFor(@Nullable Duration changed) {
        return new PortSelection(names, states, devices, users, connectedFor, changed, duplicates);
    }

    /** Ports whose user has a newer connection. */
    public PortSelection withDuplicates(boolean changed) {
        return new PortSelection(names, states, devices, users, connectedFor, idleFor, changed);
    }

    private static List<String> globs(String what, List<String> globs) {
        List<String> checked = new ArrayList<>(globs);
        if (checked.contains("")) {
            throw new IllegalArgumentException(what + " can't be empty");
        }
        return List.copyOf(checked);
    }
}
