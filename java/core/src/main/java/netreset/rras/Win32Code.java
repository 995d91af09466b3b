// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.Reason;
import netreset.bridge.MprapiFunction;
import netreset.rras.abi.Mprerror;
import netreset.rras.abi.Raserror;
import netreset.rras.abi.Winerror;
import org.jspecify.annotations.Nullable;

/** The codes of winerror.h, raserror.h and mprerror.h that these functions are known to return, and what they mean. */
enum Win32Code {
    ERROR_ACCESS_DENIED(
            Winerror.ERROR_ACCESS_DENIED,
            Reason.PERMISSION_DENIED,
            "only an administrator of the server may do this: run it elevated, as one of its administrators"),
    ERROR_INVALID_HANDLE(Winerror.ERROR_INVALID_HANDLE, "the handle is none"),
    ERROR_NOT_ENOUGH_MEMORY(Winerror.ERROR_NOT_ENOUGH_MEMORY, "here or on the server memory ran out"),
    ERROR_OUTOFMEMORY(Winerror.ERROR_OUTOFMEMORY, "here or on the server memory ran out"),
    ERROR_NOT_SUPPORTED(Winerror.ERROR_NOT_SUPPORTED, Reason.UNSUPPORTED, "the server can't do this"),
    ERROR_BAD_NETPATH(Winerror.ERROR_BAD_NETPATH, Reason.SERVICE_UNAVAILABLE, "the network has no server of that name"),
    ERROR_INVALID_PARAMETER(Winerror.ERROR_INVALID_PARAMETER, "a handle or another parameter is wrong"),
    ERROR_CALL_NOT_IMPLEMENTED(
            Winerror.ERROR_CALL_NOT_IMPLEMENTED, Reason.UNSUPPORTED, "this Windows has the function in name only"),
    ERROR_INVALID_LEVEL(Winerror.ERROR_INVALID_LEVEL, Reason.UNSUPPORTED, "the server has no such information"),
    ERROR_MOD_NOT_FOUND(Winerror.ERROR_MOD_NOT_FOUND, Reason.UNSUPPORTED, "a library is missing"),
    ERROR_PROC_NOT_FOUND(Winerror.ERROR_PROC_NOT_FOUND, Reason.UNSUPPORTED, "the server lacks the function"),
    ERROR_BAD_EXE_FORMAT(Winerror.ERROR_BAD_EXE_FORMAT, Reason.UNSUPPORTED, "a library is for another processor"),
    ERROR_MORE_DATA(Winerror.ERROR_MORE_DATA, Reason.BAD_ANSWER, "there is more than was asked for"),
    ERROR_MR_MID_NOT_FOUND(Winerror.ERROR_MR_MID_NOT_FOUND, "the code has no text"),
    PENDING(Raserror.PENDING, "it has begun and not ended"),
    ERROR_INVALID_PORT_HANDLE(
            Raserror.ERROR_INVALID_PORT_HANDLE, Reason.STALE_PORT, "the server doesn't know the port by this handle"),
    ERROR_PORT_NOT_CONNECTED(Raserror.ERROR_PORT_NOT_CONNECTED, Reason.NOT_CONNECTED, "the port isn't connected"),
    ERROR_PORT_NOT_FOUND(Raserror.ERROR_PORT_NOT_FOUND, Reason.STALE_PORT, "the port is gone"),
    ERROR_PORT_NOT_OPEN(Raserror.ERROR_PORT_NOT_OPEN, Reason.NOT_CONNECTED, "the port isn't open"),
    ERROR_PORT_DISCONNECTED(Raserror.ERROR_PORT_DISCONNECTED, Reason.NOT_CONNECTED, "the port is disconnected"),
    ERROR_DISCONNECTION(Raserror.ERROR_DISCONNECTION, Reason.NOT_CONNECTED, "the connection has ended"),
    ERROR_REMOTE_DISCONNECTION(Raserror.ERROR_REMOTE_DISCONNECTION, Reason.NOT_CONNECTED, "the other end hung up"),
    ERROR_HARDWARE_FAILURE(Raserror.ERROR_HARDWARE_FAILURE, "the port's hardware failed"),
    ERROR_USER_DISCONNECTION(Raserror.ERROR_USER_DISCONNECTION, Reason.NOT_CONNECTED, "the user hung up"),
    ERROR_PORT_NOT_AVAILABLE(
            Raserror.ERROR_PORT_NOT_AVAILABLE, Reason.BUSY, "the port is in use or not set up for this"),
    ERROR_REQUEST_TIMEOUT(Raserror.ERROR_REQUEST_TIMEOUT, "the server waited for the port in vain"),
    ERROR_NO_CONNECTION(Raserror.ERROR_NO_CONNECTION, Reason.NOT_CONNECTED, "there is no connection"),
    ERROR_PORT_OR_DEVICE(Raserror.ERROR_PORT_OR_DEVICE, "the port's device failed"),
    ERROR_ROUTER_STOPPED(
            Mprerror.ERROR_ROUTER_STOPPED, Reason.SERVICE_UNAVAILABLE, "the routing service is stopped or stopping"),
    ERROR_DDM_NOT_RUNNING(
            Mprerror.ERROR_DDM_NOT_RUNNING,
            Reason.DDM_NOT_RUNNING,
            "the service has no ports: it is starting or stopping, or the server routes in the LAN only"),
    ERROR_NO_SUCH_INTERFACE(Mprerror.ERROR_NO_SUCH_INTERFACE, Reason.STALE_PORT, "the interface or connection is gone"),
    ERROR_INTERFACE_NOT_CONNECTED(Mprerror.ERROR_INTERFACE_NOT_CONNECTED, Reason.STALE_PORT, "the connection is gone"),
    ERROR_NOT_CLIENT_PORT(Mprerror.ERROR_NOT_CLIENT_PORT, Reason.UNSUPPORTED, "the port isn't for clients"),
    ERROR_NOT_ROUTER_PORT(Mprerror.ERROR_NOT_ROUTER_PORT, Reason.UNSUPPORTED, "the port isn't for routers"),
    ERROR_SERVICE_IS_PAUSED(Mprerror.ERROR_SERVICE_IS_PAUSED, Reason.SERVICE_UNAVAILABLE, "the service is paused"),
    ERROR_SERVICE_DOES_NOT_EXIST(
            Winerror.ERROR_SERVICE_DOES_NOT_EXIST, Reason.SERVICE_UNAVAILABLE, "the server has no such service"),
    ERROR_SERVICE_NOT_ACTIVE(Winerror.ERROR_SERVICE_NOT_ACTIVE, Reason.SERVICE_UNAVAILABLE, "the service is stopped"),
    ERROR_NOT_FOUND(Winerror.ERROR_NOT_FOUND, "nothing of that kind was found"),
    RPC_S_INVALID_BINDING(Winerror.RPC_S_INVALID_BINDING, "a handle isn't valid"),
    RPC_S_NOT_LISTENING(
            Winerror.RPC_S_NOT_LISTENING, Reason.SERVICE_UNAVAILABLE, "the server is there, but its service isn't"),
    RPC_S_UNKNOWN_IF(
            Winerror.RPC_S_UNKNOWN_IF, Reason.SERVICE_UNAVAILABLE, "the server runs no Routing and Remote Access"),
    RPC_S_SERVER_UNAVAILABLE(
            Winerror.RPC_S_SERVER_UNAVAILABLE,
            Reason.SERVICE_UNAVAILABLE,
            "no answer: wrong name, server down, service stopped, or a firewall in between"),
    RPC_S_SERVER_TOO_BUSY(
            Winerror.RPC_S_SERVER_TOO_BUSY, Reason.SERVICE_UNAVAILABLE, "the server is too busy: try again"),
    RPC_S_CALL_FAILED(
            Winerror.RPC_S_CALL_FAILED,
            Reason.SERVICE_UNAVAILABLE,
            "the line broke after the question: it may have been carried out"),
    RPC_S_CALL_FAILED_DNE(
            Winerror.RPC_S_CALL_FAILED_DNE,
            Reason.SERVICE_UNAVAILABLE,
            "the line broke before the question: it wasn't carried out"),
    RPC_S_PROTOCOL_ERROR(Winerror.RPC_S_PROTOCOL_ERROR, Reason.BAD_ANSWER, "the other end breaks RPC's rules"),
    RPC_S_PROCNUM_OUT_OF_RANGE(
            Winerror.RPC_S_PROCNUM_OUT_OF_RANGE, Reason.UNSUPPORTED, "the server is too old for this function"),
    RPC_S_UNKNOWN_AUTHN_SERVICE(
            Winerror.RPC_S_UNKNOWN_AUTHN_SERVICE, Reason.PERMISSION_DENIED, "no common way to prove who is asking"),
    RPC_S_UNKNOWN_AUTHN_LEVEL(
            Winerror.RPC_S_UNKNOWN_AUTHN_LEVEL, Reason.PERMISSION_DENIED, "no common way to prove who is asking"),
    EPT_S_NOT_REGISTERED(
            Winerror.EPT_S_NOT_REGISTERED, Reason.SERVICE_UNAVAILABLE, "the service isn't running on the server"),
    RPC_X_SS_IN_NULL_CONTEXT(Winerror.RPC_X_SS_IN_NULL_CONTEXT, "RPC was given no handle"),
    RPC_X_SS_CONTEXT_DAMAGED(Winerror.RPC_X_SS_CONTEXT_DAMAGED, "RPC found a damaged handle"),
    RPC_X_SS_HANDLES_MISMATCH(Winerror.RPC_X_SS_HANDLES_MISMATCH, "RPC was given handles of two servers"),
    RPC_X_NULL_REF_POINTER(Winerror.RPC_X_NULL_REF_POINTER, "RPC was given a NULL pointer"),
    RPC_X_BAD_STUB_DATA(Winerror.RPC_X_BAD_STUB_DATA, Reason.BAD_ANSWER, "the other end sent what can't be read"),
    RPC_S_CALL_CANCELLED(Winerror.RPC_S_CALL_CANCELLED, "the call was cancelled"),
    RPC_S_SEC_PKG_ERROR(Winerror.RPC_S_SEC_PKG_ERROR, Reason.PERMISSION_DENIED, "proving who is asking failed");

    private static final int LAST_OF_ROUTING = 999;

    private final int value;
    private final Reason reason;
    private final String meaning;

    Win32Code(int value, String meaning) {
        this(value, Reason.SYSTEM_CALL_FAILED, meaning);
    }

    Win32Code(int value, Reason reason, String meaning) {
        this.value = value;
        this.reason = reason;
        this.meaning = meaning;
    }

    static @Nullable Win32Code of(int code) {
        for (Win32Code known : values()) {
            if (known.value == code) {
                return known;
            }
        }
        return null;
    }

    /** The number. */
    int value() {
        return value;
    }

    /** One sentence in our own words. */
    String meaning() {
        return meaning;
    }

    /** Its name in the header; the space and number if it isn't known. */
    static String symbol(int code) {
        if (code == Winerror.ERROR_SUCCESS) {
            return "NO_ERROR";
        }
        Win32Code known = of(code);
        return known == null ? "win32 " + Integer.toUnsignedString(code) : known.name();
    }

    /** Where a code without a name seems to come from. */
    static String origin(int code) {
        if (code < 0) {
            return "perhaps ntstatus.h";
        } else if (isOfRas(code)) {
            return "perhaps raserror.h";
        }
        return isOfRouter(code) ? "perhaps mprerror.h" : "perhaps winerror.h";
    }

    /** Whether it is in the range of raserror.h. */
    static boolean isOfRas(int code) {
        return code >= Raserror.RASBASE && code <= Raserror.RASBASEEND;
    }

    /** Whether the texts of routing may have one for it: newer headers of both go on where those known here end. */
    static boolean mayBeOfRouting(int code) {
        return code >= Raserror.RASBASE && code <= LAST_OF_ROUTING;
    }

    /** Whether it is in the range of mprerror.h. */
    static boolean isOfRouter(int code) {
        return code >= Mprerror.ROUTEBASE && code <= Mprerror.ROUTEBASEEND;
    }

    /** What a code of this function means for who called it; SYSTEM_CALL_FAILED if nothing better is known. */
    static Reason reason(MprapiFunction function, int code) {
        if (changes(function) && mayHaveExecuted(code)) {
            return Reason.OUTCOME_UNKNOWN;
        }
        if (isStale(function, code)) {
            return Reason.STALE_PORT;
        }
        Win32Code known = of(code);
        return known == null ? Reason.SYSTEM_CALL_FAILED : known.reason;
    }

    /** Whether a call of it changes something on the server. */
    static boolean changes(MprapiFunction function) {
        return switch (function) {
            case PORT_RESET, PORT_DISCONNECT, PORT_CLEAR_STATS, CONNECTION_CLEAR_STATS -> true;
            default -> false;
        };
    }

    /** Whether a call with that code surely wasn't carried out because it didn't get there. */
    static boolean didNotExecute(int code) {
        return code == Winerror.RPC_S_CALL_FAILED_DNE || code == Winerror.RPC_S_SERVER_TOO_BUSY;
    }

    /** The answer was lost, isn't there yet, or can't be read: the question had arrived. */
    private static boolean mayHaveExecuted(int code) {
        return switch (code) {
            case Winerror.RPC_S_CALL_FAILED,
                    Winerror.RPC_S_CALL_CANCELLED,
                    Winerror.RPC_S_PROTOCOL_ERROR,
                    Winerror.RPC_X_BAD_STUB_DATA,
                    Raserror.PENDING -> true;
            default -> false;
        };
    }

    /** A handle of a port or connection that is wrong: each function has its own code for that (SDK). */
    private static boolean isStale(MprapiFunction function, int code) {
        boolean general = code == Winerror.ERROR_INVALID_PARAMETER || code == Winerror.ERROR_INVALID_HANDLE;
        return switch (function) {
            case PORT_GET_INFO, PORT_RESET, PORT_DISCONNECT, CONNECTION_GET_INFO -> general;
            case PORT_CLEAR_STATS, CONNECTION_CLEAR_STATS -> general || code == Winerror.RPC_S_INVALID_BINDING;
            default -> false;
        };
    }
}
