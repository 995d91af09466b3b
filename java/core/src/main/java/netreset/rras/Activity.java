// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

/** Whether somebody uses a port, judged by its condition and its connection together. */
public enum Activity {
    /** Nobody: it waits, is disconnected or out of order, and has no connection. */
    IDLE,
    /** About to change: it calls back, authenticates or initialises. */
    TRANSITIONAL,
    /** Somebody: it is authenticated and has a connection. */
    ACTIVE,
    /** Condition and connection contradict each other, which is what a stuck port looks like. */
    SUSPECT,
    /** Its condition is none that is known. */
    UNKNOWN;

    static Activity of(PortCondition condition, boolean connected) {
        return switch (condition) {
            case NON_OPERATIONAL, DISCONNECTED, LISTENING -> connected ? SUSPECT : IDLE;
            case CALLING_BACK, AUTHENTICATING, INITIALIZING -> TRANSITIONAL;
            case AUTHENTICATED -> connected ? ACTIVE : SUSPECT;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
