// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.Kernel32;
import netreset.bridge.Mprapi;
import netreset.bridge.MprapiFunction;
import netreset.rras.abi.Winbase;

/**
 * Says when connections of this machine's server may have come or gone. It is a hint and no more: what is so, listing
 * tells. Windows merges hints, and gives none of ports that change without a connection.
 */
public final class ConnectionEvents implements AutoCloseable {
    /** How long an interrupt may go unnoticed: a wait in Windows can't be ended from outside. */
    private static final long SLICE_MILLIS = 100;

    private final RasServer server;
    private final Kernel32 kernel32;
    private final long event;

    private ConnectionEvents(RasServer server, long event) {
        this.server = server;
        this.kernel32 = server.module().kernel32();
        this.event = event;
    }

    /**
     * Asks a server for hints. It must be closed before the server is.
     *
     * @return empty if there are none: the server is another machine's, as the event must be one of its own, or its
     *     Windows lacks the functions
     * @throws ResetException what Windows says to it
     */
    public static Optional<ConnectionEvents> open(RasServer server) throws ResetException {
        if (!server.module().has(MprapiFunction.REGISTER_CONNECTION_NOTIFICATION)
                || !server.module().has(MprapiFunction.DEREGISTER_CONNECTION_NOTIFICATION)
                || !server.isLocal()) {
            return Optional.empty();
        }
        long event = server.module().kernel32().CreateEventW(0, 0);
        if (event <= 0) {
            throw new ResetException(Reason.SYSTEM_CALL_FAILED, "Windows makes no event, error " + -event);
        }
        ConnectionEvents events = new ConnectionEvents(server, event);
        boolean registered = false;
        try {
            events.call(
                    MprapiFunction.REGISTER_CONNECTION_NOTIFICATION, Mprapi::MprAdminRegisterConnectionNotification);
            registered = true;
            return Optional.of(events);
        } finally {
            if (!registered) {
                events.kernel32.CloseHandle(event);
            }
        }
    }

    private interface Notification {
        int call(Mprapi mprapi, long serverHandle, long event);
    }

    private void call(MprapiFunction function, Notification notification) throws ResetException {
        server.inSession(session -> {
            Connection connection = session.connection();
            Mprapi mprapi = connection.module().mprapi();
            int code = connection.call(function, () -> notification.call(mprapi, connection.handle(), event));
            connection.check(function, code);
            return code;
        });
    }

    /**
     * Waits for a hint.
     *
     * @return whether there was one, also since the last wait; false if the time is over
     * @throws ResetException SYSTEM_CALL_FAILED if Windows can't wait
     */
    public boolean await(Duration limit) throws InterruptedException, ResetException {
        long began = System.nanoTime();
        long left;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            left = TimeUnit.NANOSECONDS.toMillis(limit.toNanos() - (System.nanoTime() - began));
            int result = kernel32.WaitForSingleObject(event, (int) Math.max(0, Math.min(left, SLICE_MILLIS)));
            if (result == Winbase.WAIT_OBJECT_0) {
                return true;
            } else if (result < 0) {
                throw new ResetException(Reason.SYSTEM_CALL_FAILED, "Windows can't wait, error " + -result);
            }
        } while (left > 0);
        return false;
    }

    /** Takes no more hints. An event that the server may still signal stays, for as long as this process. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            call(MprapiFunction.DEREGISTER_CONNECTION_NOTIFICATION, Mprapi::MprAdminDeregisterConnectionNotification);
            kernel32.CloseHandle(event);
        } catch (ResetException e) {
            if (e.code() != null) {
                // It came back: the server has forgotten the event, as after a restart.
                kernel32.CloseHandle(event);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
