// SPDX-License-Identifier: Apache-2.0
package netreset;

/** Why something couldn't be done. Nothing was touched, except where the text says otherwise. */
public enum Reason {
    /** The request makes no sense: a name, a word or a number is wrong. */
    INVALID_REQUEST,
    /** No such device. */
    NOT_FOUND,
    /** The device is there, but its driver has detached it: suspended, in reset, or in error recovery. */
    DETACHED,
    /** What was listed as this port or connection isn't it any more; list again. */
    STALE_PORT,
    /** Nothing to hang up: the port has no connection. */
    NOT_CONNECTED,
    /** Not enough privilege. */
    PERMISSION_DENIED,
    /** This platform, kernel or JVM can't do it. */
    PLATFORM_UNSUPPORTED,
    /** The device's driver, or its server, can't do it. */
    UNSUPPORTED,
    /** The driver resets, but not what was asked for, or not in this state. */
    FLAGS_REJECTED,
    /** Another reset of it is under way. */
    BUSY,
    /** The server, or its service, isn't there, isn't ready, or gives no answer. */
    SERVICE_UNAVAILABLE,
    /** The server routes, but its part for dial-in and VPN isn't running, as when it routes in the LAN only. */
    DDM_NOT_RUNNING,
    /** The other side answered something that can't be true. */
    BAD_ANSWER,
    /** A call that changes something hasn't come back, or its answer was lost: it may have been carried out. */
    OUTCOME_UNKNOWN,
    /** The calling thread was interrupted; its interrupt status is still set. No call that changes something was away. */
    INTERRUPTED,
    /** A system call failed in a way that isn't understood; the number tells. */
    SYSTEM_CALL_FAILED,
    /** A defect of netreset itself. */
    DEFECT
}
