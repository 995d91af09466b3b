// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;

/**
 * Says when connections of this machine's server may have come or gone. It is a hint and no more: what is so, listing
 * tells. Windows merges hints, and gives none of ports that change without a connection.
 */
public final class ConnectionEvents implements AutoCloseable {
    /** How long an interrupt may go unnoticed: a wait in Windows can't be ended from outside. */
    private static final long SLICE_MILLIS = 100;

    private final RasServer server;
    private final Event event;

    private ConnectionEvents(RasServer server, Event event) {
        this.server = server;
        this.event = event;
    }

    /**
     * Asks a server for hints. They end with the server, if not before.
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
        Event event =
                server.reading(session -> session.connection().notifications().register());
        return Optional.of(new ConnectionEvents(server, event));
    }

    /**
     * Waits for a hint.
     *
     * @return whether there was one, also since the last wait; false if the time is over
     * @throws ResetException SYSTEM_CALL_FAILED if Windows can't wait
     * @throws IllegalStateException if closed, or the server is
     */
    public boolean await(Duration limit) throws InterruptedException, ResetException {
        long nanos = TimeUnit.NANOSECONDS.convert(limit);
        long began = System.nanoTime();
        long left;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            left = TimeUnit.NANOSECONDS.toMillis(nanos - (System.nanoTime() - began));
            if (event.await((int) Math.max(0, Math.min(left, SLICE_MILLIS)))) {
                return true;
            }
        } while (left > 0);
        return false;
    }

    /** Takes no more hints. Where the server doesn't answer, its thread cleans up when it does. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            server.reading(session -> {
                session.connection().notifications().forget(event);
                return true;
            });
        } catch (ResetException | IllegalStateException e) {
            // The session has ended, or will when the call at work comes back: that is the end of the event as well.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
