// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

/**
 * What a server says of itself: MPR_SERVER_0 of mprapi.h.
 *
 * @param lanOnly whether it routes in the LAN only and so has no ports
 * @param upSeconds how long the service runs, 0 to 4294967295
 * @param totalPorts ports it has, 0 to 4294967295
 * @param portsInUse ports with a connection, 0 to 4294967295
 */
public record ServerInfo(boolean lanOnly, long upSeconds, long totalPorts, long portsInUse) {}
