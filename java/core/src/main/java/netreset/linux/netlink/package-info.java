// SPDX-License-Identifier: Apache-2.0
/**
 * What the kernel says about links, by rtnetlink: a codec that is pure functions over {@link java.nio.ByteBuffer} in the
 * buffer's own byte order, and two sockets over {@link netreset.bridge.Libc}, one that asks ({@link
 * netreset.linux.netlink.RouteSocket}) and one that listens ({@link netreset.linux.netlink.LinkEvents}). Imports {@code
 * netreset.bridge} and {@code netreset.linux.abi}.
 */
@NullMarked
package netreset.linux.netlink;

import org.jspecify.annotations.NullMarked;
