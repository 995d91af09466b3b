// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.Bridge;
import netreset.bridge.Bridges;
import netreset.bridge.MprapiModule;
import netreset.bridge.NoBridgeException;
import netreset.bridge.NoMprapiException;
import org.jspecify.annotations.Nullable;

/**
 * A Routing and Remote Access server: its ports, and calls on them.
 *
 * <pre>{@code
 * try (RasServer server = RasServer.connect()) {
 *     for (RasPort port : server.ports()) {
 *         if (port.activity() == Activity.SUSPECT) {
 *             System.out.println(Printable.line(port.name()) + ": " + server.disconnect(port).message());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Every native call is made on one thread of the server's own, one at a time; methods may be called from any thread,
 * virtual ones too. A call that doesn't come back within {@link Options#timeout()} gives control back to the caller and
 * ends the session: nothing more is called, and its handle is given back when the call returns, if ever. An interrupt
 * gives control back as well, with the interrupt status set; the session lives on. After either, the outcome of a call
 * that changes something is unknown.
 *
 * <p>Unless said otherwise every method throws {@link ResetException}: INVALID_REQUEST, PLATFORM_UNSUPPORTED,
 * PERMISSION_DENIED, SERVICE_UNAVAILABLE, DDM_NOT_RUNNING, STALE_PORT, UNSUPPORTED, BAD_ANSWER, INTERRUPTED or
 * SYSTEM_CALL_FAILED, with Windows' number where there is one; and IllegalStateException once the server is closed.
 */
public final class RasServer implements AutoCloseable {
    private final Options options;
    private final MprapiModule module;
    private final ServerName name;
    private final CallThread thread;
    private final Connection connection;
    private final RasSession session;

    private RasServer(MprapiModule module, ServerName name, Options options) {
        this.options = options;
        this.module = module;
        this.name = name;
        this.thread = new CallThread("netreset-ras " + name, options.timeout(), this::disconnected);
        this.connection = new Connection(module, name, thread);
        this.session = new RasSession(connection);
    }

    /**
     * How to connect.
     *
     * @param server its name, also with {@code \\} before it; {@code null}, {@code .} and {@code localhost} for this
     *     machine
     * @param bridge {@code ffm} or {@code jna}; {@code null} for the best usable one
     * @param timeout how long each native call may take; 30 s unless changed
     * @param bareName whether Windows gets the server's name without {@code \\}; its documentation leaves open which it
     *     wants
     */
    public record Options(@Nullable String server, @Nullable String bridge, Duration timeout, boolean bareName) {
        /** The longest timeout. */
        public static final Duration MAX_TIMEOUT = Duration.ofHours(1);

        /** This machine, the best bridge, 30 s. */
        public static final Options DEFAULT = new Options(null, null, Duration.ofSeconds(30), false);

        public Options {
            if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(MAX_TIMEOUT) > 0) {
                throw new IllegalArgumentException("a timeout is more than 0 and at most 1 h, not " + timeout);
            }
        }

        public Options withServer(@Nullable String changed) {
            return new Options(changed, bridge, timeout, bareName);
        }

        public Options withBridge(@Nullable String changed) {
            return new Options(server, changed, timeout, bareName);
        }

        /**
         * Waits so long for each call.
         *
         * @throws IllegalArgumentException unless more than 0 and at most {@link #MAX_TIMEOUT}
         */
        public Options withTimeout(Duration changed) {
            return new Options(server, bridge, changed, bareName);
        }

        public Options withBareName(boolean changed) {
            return new Options(server, bridge, timeout, changed);
        }
    }

    /** Connects to this machine's server with {@link Options#DEFAULT}. */
    public static RasServer connect() throws ResetException {
        return connect(Options.DEFAULT);
    }

    /**
     * Connects. That says nothing of the service: Windows doesn't ask it before {@link #serviceState()} or another call
     * does.
     */
    public static RasServer connect(Options options) throws ResetException {
        ServerName name = ServerName.parse(options.server(), options.bareName(), RasServer::ownName);
        try {
            Bridges bridges = Bridges.find();
            Bridge bridge = options.bridge() == null ? bridges.best() : bridges.named(options.bridge());
            return connect(MprapiModule.system(bridge), name, options);
        } catch (NoBridgeException | NoMprapiException e) {
            throw new ResetException(Reason.PLATFORM_UNSUPPORTED, String.valueOf(e.getMessage()), null, e);
        }
    }

    /** Likewise through a module that was loaded. */
    static RasServer connect(MprapiModule module, Options options) throws ResetException {
        return connect(module, ServerName.parse(options.server(), options.bareName(), RasServer::ownName), options);
    }

    private static RasServer connect(MprapiModule module, ServerName name, Options options) throws ResetException {
        RasServer server = new RasServer(module, name, options);
        boolean connected = false;
        try {
            server.reconnect();
            connected = true;
            return server;
        } finally {
            if (!connected) {
                server.thread.close();
            }
        }
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    private void disconnected() {
        connection.close();
    }

    /** How it was connected. */
    public Options options() {
        return options;
    }

    /** The server's name as Windows got it, or {@code this machine}. */
    public String name() {
        return name.toString();
    }

    /** Whether it is this machine's. */
    public boolean isLocal() {
        return name.text() == null;
    }

    /** Its name without backslashes, this machine's own too; empty if even that isn't known. */
    String host() {
        String host = name.host();
        return host == null ? ownName() : host;
    }

    /** The library in use: where it is, which bridge calls it, and which functions it has. */
    public MprapiModule module() {
        return module;
    }

    /**
     * Connects anew and gives the old handle back; handles of ports are stale then. Not for a session that a call ended
     * by not coming back: connect another with {@link #options()}.
     */
    public void reconnect() throws ResetException {
        reading(session -> {
            connection.open();
            return true;
        });
    }

    /** Whether the service runs, as far as the caller may know. */
    public ServiceState serviceState() throws ResetException {
        return reading(RasSession::serviceState);
    }

    /** What the server says of itself; UNSUPPORTED if this Windows can't ask. */
    public ServerInfo info() throws ResetException {
        return reading(RasSession::info);
    }

    /** Every port with its connection, and every connection. */
    public RasListing list() throws ResetException {
        return reading(RasSession::list);
    }

    /** Every port with its connection, in the server's order. */
    public List<RasPort> ports() throws ResetException {
        return list().ports();
    }

    /** Every connection, in the server's order. */
    public List<RasConnection> connections() throws ResetException {
        return reading(RasSession::connections);
    }

    /** What the server says now of the handle of a listed port, without a connection; it may be another port's. */
    public RasPort reread(RasPort port) throws ResetException {
        return reading(session -> session.reread(port));
    }

    /** Hardware state and counters of a listed port. */
    public PortDetail detail(RasPort port) throws ResetException {
        return reading(session -> session.detail(port));
    }

    /**
     * Asks for a reset of a listed port's device: MprAdminPortReset, once. Doesn't check that the port is still the one
     * that was listed.
     *
     * @throws ResetException if the call wasn't made
     */
    public PortResult reset(RasPort port) throws ResetException {
        return result(session -> session.reset(port));
    }

    /**
     * Asks to hang up the connection on a listed port: MprAdminPortDisconnect, once. Doesn't check that the port is still
     * the one that was listed, nor wait until it is free.
     *
     * @throws ResetException if the call wasn't made
     */
    public PortResult disconnect(RasPort port) throws ResetException {
        return result(session -> session.disconnect(port));
    }

    /**
     * Sets a listed port's counters to 0: MprAdminPortClearStats, once.
     *
     * @throws ResetException if the call wasn't made
     */
    public PortResult clearStatistics(RasPort port) throws ResetException {
        return result(session -> session.clearStatistics(port));
    }

    /**
     * Sets a listed connection's counters to 0: MprAdminConnectionClearStats, once.
     *
     * @throws ResetException if the call wasn't made
     */
    public PortResult clearStatistics(RasConnection connection) throws ResetException {
        return result(session -> session.clearStatistics(connection));
    }

    /**
     * Makes many calls for one hop to the server's thread. Others wait meanwhile; the timeout is for each native call and
     * not for the batch.
     *
     * @throws ResetException what the batch threw; OUTCOME_UNKNOWN, SERVICE_UNAVAILABLE or INTERRUPTED if control came
     *     back before its end: no further call of it is made then
     */
    public <T> T inSession(RasBatch<T> batch) throws ResetException {
        return thread.run(() -> batch.run(session), true);
    }

    /** Likewise for a batch that changes nothing on the server: who is interrupted knows that. */
    <T> T reading(RasBatch<T> batch) throws ResetException {
        return thread.run(() -> batch.run(session), false);
    }

    /** A call that changes something: that it hasn't come back is a result. */
    private PortResult result(RasBatch<PortResult> batch) throws ResetException {
        try {
            return inSession(batch);
        } catch (ResetException e) {
            if (e.reason() != Reason.OUTCOME_UNKNOWN) {
                throw e;
            }
            return new PortResult(
                    PortResult.Status.OUTCOME_UNKNOWN, e.code(), e.reason(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Disconnects; further calls of any method are refused. Waits for a call under way, at most for the timeout: one that
     * hasn't come back by then keeps the handle until it does.
     */
    @Override
    public void close() {
        thread.close();
    }
}
