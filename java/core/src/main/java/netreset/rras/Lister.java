// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.Mprapi;
import netreset.bridge.MprapiFunction;
import netreset.rras.abi.Lmcons;
import netreset.rras.abi.MprapiObjectHeader;
import netreset.rras.abi.RasConnection0;
import netreset.rras.abi.RasConnection1;
import netreset.rras.abi.RasConnection3;
import netreset.rras.abi.RasConnectionEx;
import netreset.rras.abi.RasPort0;
import netreset.rras.abi.RasPort1;
import netreset.rras.abi.Winerror;

/** Asks a server for its ports and connections. Used on the server's thread. */
final class Lister {
    /** For MprAdminPortEnum: INVALID_HANDLE_VALUE, as wide as a pointer. */
    static final long EVERY_CONNECTION = -1;

    private final Connection connection;
    private final Mprapi mprapi;

    Lister(Connection connection) {
        this.connection = connection;
        this.mprapi = connection.module().mprapi();
    }

    /** The ports; without connections if those can't be read. */
    RasListing list() throws ResetException {
        List<RasPort> ports = retrying(this::bare);
        try {
            List<RasConnection> connections = connections();
            return new RasListing(joined(ports, connections), connections, null);
        } catch (ResetException e) {
            return new RasListing(ports, List.of(), e);
        }
    }

    List<RasConnection> connections() throws ResetException {
        return retrying(this::readConnections);
    }

    RasPort reread(long port) throws ResetException {
        return info(0, port, RasPort0.SIZE, Rows::port);
    }

    PortDetail detail(long port) throws ResetException {
        return info(1, port, RasPort1.SIZE, Rows::detail);
    }

    private interface Reading<T> {
        T read() throws ResetException;
    }

    /** A question that didn't get there is asked once more, on a fresh connection. */
    private <T> T retrying(Reading<T> reading) throws ResetException {
        try {
            return reading.read();
        } catch (ResetException e) {
            if (e.code() == null || !Win32Code.didNotExecute(e.code().value())) {
                throw e;
            }
            connection.open();
            return reading.read();
        }
    }

    private List<RasPort> bare() throws ResetException {
        List<RasPort> listed = new Enumeration<>(connection, MprapiFunction.PORT_ENUM, RasPort0.SIZE, Rows::port)
                .all(page -> mprapi.MprAdminPortEnum(
                        connection.handle(),
                        0,
                        EVERY_CONNECTION,
                        page.buffer,
                        Lmcons.MAX_PREFERRED_LENGTH,
                        page.entriesRead,
                        page.totalEntries,
                        page.resume));
        return once(listed);
    }

    /** Ports may come twice when the list changes between two pages: the later words count. */
    private static List<RasPort> once(List<RasPort> listed) {
        record Key(long handle, String name, String device) {}
        Map<Key, RasPort> ports = new LinkedHashMap<>();
        for (RasPort port : listed) {
            ports.put(new Key(port.handle(), port.name(), port.device()), port);
        }
        return List.copyOf(ports.values());
    }

    private static List<RasPort> joined(List<RasPort> ports, List<RasConnection> connections) {
        Map<Long, RasConnection> byHandle = new HashMap<>();
        for (RasConnection found : connections) {
            byHandle.putIfAbsent(found.handle(), found);
        }
        List<RasPort> joined = new ArrayList<>(ports.size());
        for (RasPort port : ports) {
            joined.add(port.isConnected() ? port.with(byHandle.get(port.connectionHandle())) : port);
        }
        return joined;
    }

    private List<RasConnection> readConnections() throws ResetException {
        if (connection.module().has(MprapiFunction.CONNECTION_ENUM_EX)) {
            try {
                return extended();
            } catch (ResetException e) {
                if (!isRefusedAsSuch(e)) {
                    throw e;
                }
            }
        }
        return byLevels();
    }

    /** The parameters are always the same: a server that finds one invalid wants another structure than we know. */
    private static boolean isRefusedAsSuch(ResetException e) {
        return e.reason() == Reason.UNSUPPORTED
                || (e.code() != null && e.code().value() == Winerror.ERROR_INVALID_PARAMETER);
    }

    private List<RasConnection> extended() throws ResetException {
        ByteBuffer header = ByteBuffer.allocateDirect(MprapiObjectHeader.SIZE).order(ByteOrder.nativeOrder());
        header.put(
                MprapiObjectHeader.REVISION, (byte) netreset.rras.abi.Mprapi.MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1);
        header.put(MprapiObjectHeader.TYPE, (byte) netreset.rras.abi.Mprapi.MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT);
        header.putShort(MprapiObjectHeader.OBJECT_SIZE, (short) RasConnectionEx.SIZE);
        return new Enumeration<>(
                        connection, MprapiFunction.CONNECTION_ENUM_EX, RasConnectionEx.SIZE, Rows::connectionEx)
                .all(page -> mprapi.MprAdminConnectionEnumEx(
                        connection.handle(),
                        header,
                        Lmcons.MAX_PREFERRED_LENGTH,
                        page.entriesRead,
                        page.totalEntries,
                        page.buffer,
                        page.resume));
    }

    /** Level 3 came with Windows Server 2008; level 2 has nothing more. */
    private List<RasConnection> byLevels() throws ResetException {
        List<RasConnection> connections = level(0, RasConnection0.SIZE, Rows::connection);
        Map<Long, Rows.Traffic> traffic = further(1, RasConnection1.SIZE, Rows::traffic, Rows.Traffic::connection);
        Map<Long, Rows.Standing> standing = further(3, RasConnection3.SIZE, Rows::standing, Rows.Standing::connection);
        return connections.stream()
                .map(found -> found.with(traffic.get(found.handle()), standing.get(found.handle())))
                .toList();
    }

    /** What another level says, by connection; nothing if it can't be had: who is connected is known all the same. */
    private <T> Map<Long, T> further(int level, int size, Row<T> row, ToLongFunction<T> key) {
        Map<Long, T> found = new HashMap<>();
        try {
            for (T each : level(level, size, row)) {
                found.putIfAbsent(key.applyAsLong(each), each);
            }
        } catch (ResetException e) {
            return Map.of();
        }
        return found;
    }

    private <T> List<T> level(int level, int size, Row<T> row) throws ResetException {
        return new Enumeration<>(connection, MprapiFunction.CONNECTION_ENUM, size, row)
                .all(page -> mprapi.MprAdminConnectionEnum(
                        connection.handle(),
                        level,
                        page.buffer,
                        Lmcons.MAX_PREFERRED_LENGTH,
                        page.entriesRead,
                        page.totalEntries,
                        page.resume));
    }

    private <T> T info(int level, long port, int size, Row<T> row) throws ResetException {
        return connection.structure(
                MprapiFunction.PORT_GET_INFO,
                size,
                row,
                out -> mprapi.MprAdminPortGetInfo(connection.handle(), level, port, out));
    }
}
