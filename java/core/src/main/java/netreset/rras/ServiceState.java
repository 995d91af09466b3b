// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

/** State of a Routing and Remote Access service, told apart as far as Windows lets a caller tell. */
public enum ServiceState {
    /** It runs. */
    RUNNING,
    /** It runs, but hasn't initialised yet. */
    STARTING,
    /** It runs, routes in the LAN only and has no ports. */
    LAN_ONLY,
    /** It doesn't run. */
    STOPPED,
    /** The server is there, but has no such service. */
    ABSENT,
    /** It may run, but the caller may not ask. */
    ACCESS_DENIED,
    /** It doesn't run, or the caller may not ask: this Windows doesn't say which. */
    STOPPED_OR_DENIED,
    /** The server can't be reached. */
    UNREACHABLE,
    /** The answer says nothing that is known. */
    UNKNOWN
}
