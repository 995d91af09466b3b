// SPDX-License-Identifier: Apache-2.0
/**
 * The ladder: every means of resetting a NIC, each a class that knows what it calls, what privilege it needs, what goes
 * down with it, what it loses, how one knows that it was done, and the forms of it that are refused. What stands behind a
 * NIC is found by looking, in sysfs and by devlink. Imports {@code netreset.linux.netlink}, {@code devlink}, {@code abi},
 * {@code netreset.bridge} and the API; choosing, watching and reporting is {@code netreset.linux}'s.
 */
@NullMarked
package netreset.linux.ladder;

import org.jspecify.annotations.NullMarked;
