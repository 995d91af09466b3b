// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.util.List;
import netreset.ResetException;

/**
 * The calls of a {@link RasBatch}; each is as the {@link RasServer} method of that name. Good on the server's own thread
 * only: IllegalStateException elsewhere.
 */
public final class RasSession {
    private final Connection connection;
    private final Lister lister;

    RasSession(Connection connection) {
        this.connection = connection;
        this.lister = new Lister(connection);
    }

    Connection connection() {
        return connection;
    }

    public ServiceState serviceState() throws ResetException {
        return new ServiceProbe(connection).state();
    }

    public ServerInfo info() throws ResetException {
        return new ServiceProbe(connection).info();
    }

    public RasListing list() throws ResetException {
        return lister.list();
    }

    public List<RasConnection> connections() throws ResetException {
        return lister.connections();
    }

    public RasPort reread(RasPort port) throws ResetException {
        return lister.reread(port.handle());
    }

    public PortDetail detail(RasPort port) throws ResetException {
        return lister.detail(port.handle());
    }

    /** Allocates nothing when the server accepts. */
    public PortResult reset(RasPort port) throws ResetException {
        return connection.reset(port.handle());
    }

    public PortResult disconnect(RasPort port) throws ResetException {
        return connection.disconnect(port.handle());
    }

    public PortResult clearStatistics(RasPort port) throws ResetException {
        return connection.clearPort(port.handle());
    }

    public PortResult clearStatistics(RasConnection listed) throws ResetException {
        return connection.clearConnection(listed.handle());
    }
}
