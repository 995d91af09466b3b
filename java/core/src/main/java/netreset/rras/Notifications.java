// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.util.ArrayList;
import java.util.List;
import netreset.ResetException;
import netreset.bridge.Mprapi;
import netreset.bridge.MprapiFunction;

/**
 * The events that a server was asked to signal. Used on the server's thread. An event is closed when the server has
 * forgotten it and no sooner, whoever has given up waiting for that: its number may be another's then.
 */
final class Notifications {
    private final Connection connection;
    private final Mprapi mprapi;
    private final List<Event> registered = new ArrayList<>();

    Notifications(Connection connection) {
        this.connection = connection;
        this.mprapi = connection.module().mprapi();
    }

    /** A new event, of which the server knows. */
    Event register() throws ResetException {
        Event event = Event.create(connection.module().kernel32());
        boolean known = false;
        try {
            MprapiFunction function = MprapiFunction.REGISTER_CONNECTION_NOTIFICATION;
            connection.check(function, connection.call(function, () -> register(connection.handle(), event)));
            known = registered.add(event);
            return event;
        } finally {
            if (!known) {
                event.close();
            }
        }
    }

    /** The server is to forget it: if it answers at all it doesn't signal it any more. */
    void forget(Event event) throws ResetException {
        if (registered.contains(event)) {
            connection.call(
                    MprapiFunction.DEREGISTER_CONNECTION_NOTIFICATION, () -> deregister(connection.handle(), event));
            registered.remove(event);
            event.close();
        }
    }

    /** The service may have been started anew: it is told once more. That it refuses costs hints, and nothing else. */
    void move(long from, long to) {
        for (Event event : registered) {
            connection.cleanup(MprapiFunction.DEREGISTER_CONNECTION_NOTIFICATION, () -> deregister(from, event));
            connection.cleanup(MprapiFunction.REGISTER_CONNECTION_NOTIFICATION, () -> register(to, event));
        }
    }

    /** Before the handle is given back. */
    void close(long handle) {
        for (Event event : registered) {
            connection.cleanup(MprapiFunction.DEREGISTER_CONNECTION_NOTIFICATION, () -> deregister(handle, event));
            event.close();
        }
        registered.clear();
    }

    private int register(long handle, Event event) {
        return mprapi.MprAdminRegisterConnectionNotification(handle, event.handle());
    }

    private int deregister(long handle, Event event) {
        return mprapi.MprAdminDeregisterConnectionNotification(handle, event.handle());
    }
}
