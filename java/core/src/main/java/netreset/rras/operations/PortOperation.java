// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

/** What can be done to a port. Others call more than one of these a reset: {@link #what()} says which it is. */
public enum PortOperation {
    /** MprAdminPortReset. MS-RRASM 3.1.4.8 lets a server accept it and do nothing, as current Windows does. */
    RESET("device reset"),
    /** MprAdminPortDisconnect: begins to hang up the connection on the port. */
    DISCONNECT("hang-up of the connection"),
    /** MprAdminPortClearStats: the port's counters begin at 0 again. It is what netsh calls a reset of a port. */
    CLEAR_STATISTICS("clearing of statistics");

    private final String what;

    PortOperation(String what) {
        this.what = what;
    }

    /** For a person: {@code device reset}, {@code hang-up of the connection} or {@code clearing of statistics}. */
    public String what() {
        return what;
    }

    /** Whether it ends or disturbs a connection, so that a port in use is left alone unless asked for. */
    public boolean disturbs() {
        return this != CLEAR_STATISTICS;
    }
}
