// SPDX-License-Identifier: Apache-2.0
/**
 * What is configured on a NIC, kept before a reset and put back after it.
 *
 * <pre>{@code
 * try (StateSocket socket = namespace.open(() -> StateSocket.open(libc, KernelFiles.REAL))) {
 *     Snapshot before = socket.snapshot(index).orElseThrow();    // before.text() for the journal
 *     …                                                          // the act; the NIC may have another index and name now
 *     Restoration restoration = socket.restore(before, indexNow);
 *     restoration.lost().forEach(loss -> report(loss.sentence()));
 * }
 * }</pre>
 *
 * Kept are admin state, MTU, queue length, group, alias, flags, hardware address, alternative names, master and port
 * settings, rings, channels, coalescing, the number of virtual functions, addresses, neighbours entered by hand, nexthop
 * objects, routes of every table, rules that name the NIC, and the VLANs and macvlans on it with all of that. Messages are
 * kept whole ({@link netreset.linux.netlink.Message}), so that what this version has no name for is put back too. Not kept:
 * sysctls, queueing disciplines, filters and offloads, VLANs of a bridge's port, what is set for each virtual function.
 *
 * <p>Every thing kept is one line of {@link netreset.linux.state.Snapshot#facts}, and what a restoration came to is told by
 * comparing those lines, not by what calls returned. Imports {@code netreset.bridge}, {@code netreset.linux.abi} and {@code
 * netreset.linux.netlink}.
 */
@NullMarked
package netreset.linux.state;

import org.jspecify.annotations.NullMarked;
