// SPDX-License-Identifier: Apache-2.0
/**
 * devlink, the kernel's interface to what is below a NIC's interfaces: which instances there are, how often each was
 * reloaded, how its health reporters are, and the two acts, reload and recover. Imports {@code netreset.linux.netlink},
 * {@code netreset.linux.abi} and {@code netreset.bridge}.
 */
@NullMarked
package netreset.linux.devlink;

import org.jspecify.annotations.NullMarked;
