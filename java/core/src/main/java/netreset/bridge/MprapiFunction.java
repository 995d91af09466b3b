// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.List;

/** The functions of {@link Mprapi}, and under which names a mprapi.dll may export them. */
public enum MprapiFunction {
    IS_SERVICE_RUNNING("IsServiceRunning", true),
    SERVER_CONNECT("ServerConnect", true),
    SERVER_DISCONNECT("ServerDisconnect", true),
    PORT_ENUM("PortEnum", true),
    PORT_GET_INFO("PortGetInfo", true),
    PORT_CLEAR_STATS("PortClearStats", true),
    PORT_RESET("PortReset", true),
    PORT_DISCONNECT("PortDisconnect", true),
    CONNECTION_ENUM("ConnectionEnum", true),
    CONNECTION_GET_INFO("ConnectionGetInfo", true),
    CONNECTION_CLEAR_STATS("ConnectionClearStats", true),
    BUFFER_FREE("BufferFree", true),
    IS_SERVICE_INITIALIZED("IsServiceInitialized", false),
    SERVER_GET_INFO("ServerGetInfo", false),
    CONNECTION_ENUM_EX("ConnectionEnumEx", false),
    REGISTER_CONNECTION_NOTIFICATION("RegisterConnectionNotification", false),
    DEREGISTER_CONNECTION_NOTIFICATION("DeregisterConnectionNotification", false),
    /** RasAdminGetErrorString has other parameters and is not the same function. */
    GET_ERROR_STRING("GetErrorString", false);

    private final String name;
    private final boolean required;

    MprapiFunction(String name, boolean required) {
        this.name = name;
        this.required = required;
    }

    /** The name of its method in {@link Mprapi}. */
    public String cName() {
        return "MprAdmin" + name;
    }

    /** Whether nothing works without it. All others came with a later Windows, or are for comfort. */
    public boolean required() {
        return required;
    }

    /**
     * Names to look for, the best first. The Routing and Remote Access redistributable for Windows NT 4.0 had the same
     * functions under the second.
     */
    List<String> exports() {
        return required ? List.of(cName(), "RasAdmin" + name) : List.of(cName());
    }
}
