// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code <winerror.h>}: what these functions, the loader and RPC are known to return. */
public final class Winerror {
    public static final int ERROR_SUCCESS = 0;
    public static final int ERROR_ACCESS_DENIED = 5;
    public static final int ERROR_INVALID_HANDLE = 6;
    public static final int ERROR_NOT_ENOUGH_MEMORY = 8;
    public static final int ERROR_OUTOFMEMORY = 14;
    public static final int ERROR_NOT_SUPPORTED = 50;
    public static final int ERROR_BAD_NETPATH = 53;
    public static final int ERROR_INVALID_PARAMETER = 87;
    public static final int ERROR_CALL_NOT_IMPLEMENTED = 120;
    public static final int ERROR_INSUFFICIENT_BUFFER = 122;
    public static final int ERROR_INVALID_LEVEL = 124;
    public static final int ERROR_MOD_NOT_FOUND = 126;
    public static final int ERROR_PROC_NOT_FOUND = 127;
    public static final int ERROR_BAD_EXE_FORMAT = 193;
    public static final int ERROR_MORE_DATA = 234;
    public static final int WAIT_TIMEOUT = 258;
    public static final int ERROR_MR_MID_NOT_FOUND = 317;
    public static final int ERROR_SERVICE_DOES_NOT_EXIST = 1060;
    public static final int ERROR_SERVICE_NOT_ACTIVE = 1062;
    public static final int ERROR_NOT_FOUND = 1168;
    public static final int RPC_S_INVALID_BINDING = 1702;
    public static final int RPC_S_NOT_LISTENING = 1715;
    public static final int RPC_S_UNKNOWN_IF = 1717;
    public static final int RPC_S_SERVER_UNAVAILABLE = 1722;
    public static final int RPC_S_SERVER_TOO_BUSY = 1723;
    public static final int RPC_S_CALL_FAILED = 1726;
    public static final int RPC_S_CALL_FAILED_DNE = 1727;
    public static final int RPC_S_PROTOCOL_ERROR = 1728;
    public static final int RPC_S_PROCNUM_OUT_OF_RANGE = 1745;
    public static final int RPC_S_UNKNOWN_AUTHN_SERVICE = 1747;
    public static final int RPC_S_UNKNOWN_AUTHN_LEVEL = 1748;
    public static final int EPT_S_NOT_REGISTERED = 1753;
    public static final int RPC_X_SS_IN_NULL_CONTEXT = 1775;
    public static final int RPC_X_SS_CONTEXT_DAMAGED = 1777;
    public static final int RPC_X_SS_HANDLES_MISMATCH = 1778;
    public static final int RPC_X_NULL_REF_POINTER = 1780;
    public static final int RPC_X_BAD_STUB_DATA = 1783;
    public static final int RPC_S_CALL_CANCELLED = 1818;
    public static final int RPC_S_SEC_PKG_ERROR = 1825;

    private Winerror() {}
}
