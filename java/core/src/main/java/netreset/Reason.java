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
    /** Not enough privilege. */
    PERMISSION_DENIED,
    /** This platform, kernel or JVM can't do it. */
    PLATFORM_UNSUPPORTED,
    /** The device's driver can't do it. */
    UNSUPPORTED,
    /** The driver resets, but not what was asked for, or not in this state. */
    FLAGS_REJECTED,
    /** Another reset of it is under way. */
    BUSY,
    /** A system call failed in a way that isn't understood; the number tells. */
    SYSTEM_CALL_FAILED,
    /** A defect of netreset itself. */
    DEFECT
}
