// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import netreset.ResetException;
import netreset.rras.RasConnection;
import netreset.rras.RasListing;
import netreset.rras.RasPort;

/** The conditions of a selection that a listing answers at once: all but idleness. */
final class PortFilter implements Predicate<RasPort> {
    private final List<Glob> names;
    private final List<StateWord> states;
    private final List<Glob> devices;
    private final List<Glob> users;
    private final PortSelection selection;

    /** How long the newest connection of each user has lasted, in seconds. */
    private final Map<String, Long> newest = new HashMap<>();

    /** @throws ResetException why connections couldn't be read, if the selection depends on them */
    PortFilter(PortSelection selection, RasListing listing) throws ResetException {
        if (listing.connectionsProblem() != null
                && (selection.duplicates() || !selection.users().isEmpty())) {
            throw listing.connectionsProblem();
        }
        this.selection = selection;
        this.names = Glob.of(selection.names());
        this.states = selection.states().stream().map(StateWord::parse).toList();
        this.devices = Glob.of(selection.devices());
        this.users = Glob.of(selection.users());
        for (RasPort port : listing.ports()) {
            RasConnection connection = port.connection();
            if (connection != null && !connection.user().isEmpty()) {
                newest.merge(key(connection), connection.connectSeconds(), Math::min);
            }
        }
    }

    @Override
    public boolean test(RasPort port) {
        return any(names, port.name())
                && (states.isEmpty() || states.stream().anyMatch(state -> state.matches(port)))
                && (any(devices, port.device()) || any(devices, port.deviceType()))
                && isUsers(port)
                && isOld(port)
                && (!selection.duplicates() || isDuplicate(port));
    }

    private boolean isUsers(RasPort port) {
        RasConnection connection = port.connection();
        return users.isEmpty()
                || (connection != null && (any(users, connection.user()) || any(users, account(connection))));
    }

    private boolean isOld(RasPort port) {
        Duration age = selection.connectedFor();
        return age == null
                || (port.isConnected()
                        && Duration.ofSeconds(port.connectSeconds()).compareTo(age) >= 0);
    }

    /** Two connections of one age, or two ports of one connection, are no duplicates: none of them is the newer. */
    private boolean isDuplicate(RasPort port) {
        RasConnection connection = port.connection();
        Long youngest = connection == null ? null : newest.get(key(connection));
        return youngest != null && connection != null && youngest < connection.connectSeconds();
    }

    private static boolean any(List<Glob> globs, String text) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(text));
    }

    private static String account(RasConnection connection) {
        return connection.domain() + "\\" + connection.user();
    }

    private static String key(RasConnection connection) {
        return account(connection).toLowerCase(Locale.ROOT);
    }
}
