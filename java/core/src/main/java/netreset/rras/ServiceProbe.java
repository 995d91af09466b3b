// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.Mprapi;
import netreset.bridge.MprapiFunction;
import netreset.rras.abi.MprServer0;
import netreset.rras.abi.Winerror;

/** Asks how a server's service is. Used on the server's thread. */
final class ServiceProbe {
    private final Connection connection;
    private final Mprapi mprapi;

    ServiceProbe(Connection connection) {
        this.connection = connection;
        this.mprapi = connection.module().mprapi();
    }

    ServerInfo info() throws ResetException {
        MprapiFunction function = MprapiFunction.SERVER_GET_INFO;
        if (!connection.module().has(function)) {
            throw new ResetException(Reason.UNSUPPORTED, "this Windows has no " + function.cName());
        }
        return connection.structure(
                function,
                MprServer0.SIZE,
                row -> new ServerInfo(
                        row.getInt(MprServer0.F_LAN_ONLY_MODE) != 0,
                        Rows.dword(row, MprServer0.DW_UP_TIME),
                        Rows.dword(row, MprServer0.DW_TOTAL_PORTS),
                        Rows.dword(row, MprServer0.DW_PORTS_IN_USE)),
                out -> mprapi.MprAdminServerGetInfo(connection.handle(), 0, out));
    }

    ServiceState state() throws ResetException {
        ServiceState state = connection.module().has(MprapiFunction.IS_SERVICE_INITIALIZED) ? initialized() : running();
        return state == ServiceState.RUNNING && isLanOnly() ? ServiceState.LAN_ONLY : state;
    }

    private ServiceState initialized() throws ResetException {
        ByteBuffer initialized = ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
        int code = connection.call(
                MprapiFunction.IS_SERVICE_INITIALIZED,
                () -> mprapi.MprAdminIsServiceInitialized(connection.serverName(), initialized));
        return switch (code) {
            case Winerror.ERROR_SUCCESS -> initialized.getInt(0) != 0 ? ServiceState.RUNNING : ServiceState.STARTING;
            case Winerror.ERROR_SERVICE_NOT_ACTIVE, Winerror.EPT_S_NOT_REGISTERED -> ServiceState.STOPPED;
            case Winerror.ERROR_SERVICE_DOES_NOT_EXIST, Winerror.RPC_S_NOT_LISTENING, Winerror.RPC_S_UNKNOWN_IF ->
                ServiceState.ABSENT;
            case Winerror.ERROR_ACCESS_DENIED -> ServiceState.ACCESS_DENIED;
            case Winerror.RPC_S_SERVER_UNAVAILABLE, Winerror.ERROR_BAD_NETPATH -> ServiceState.UNREACHABLE;
            default -> ServiceState.UNKNOWN;
        };
    }

    private ServiceState running() throws ResetException {
        int running = connection.call(
                MprapiFunction.IS_SERVICE_RUNNING, () -> mprapi.MprAdminIsServiceRunning(connection.serverName()));
        return running != 0 ? ServiceState.RUNNING : ServiceState.STOPPED_OR_DENIED;
    }

    /** As far as it can be asked. */
    private boolean isLanOnly() throws ResetException {
        try {
            return connection.module().has(MprapiFunction.SERVER_GET_INFO) && info().lanOnly();
        } catch (ResetException e) {
            if (e.code() == null) {
                throw e;
            }
            return false;
        }
    }
}
