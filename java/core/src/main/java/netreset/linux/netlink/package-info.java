// SPDX-License-Identifier: Apache-2.0
/**
 * Netlink: a codec that is pure functions over {@link java.nio.ByteBuffer} in the buffer's own byte order, and sockets over
 * {@link netreset.bridge.Libc}. Of links: one that asks ({@link netreset.linux.netlink.RouteSocket}), one that listens
 * ({@link netreset.linux.netlink.LinkEvents}), one that switches ({@link netreset.linux.netlink.LinkSwitch}). For everything
 * else: {@link netreset.linux.netlink.Conversation}, and {@link netreset.linux.netlink.GenericSocket} for generic netlink.
 * Imports {@code netreset.bridge} and {@code netreset.linux.abi}.
 */
@NullMarked
package netreset.linux.netlink;

import org.jspecify.annotations.NullMarked;
