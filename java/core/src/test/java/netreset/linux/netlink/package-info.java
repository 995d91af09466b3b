// SPDX-License-Identifier: Apache-2.0
/** The codec against recorded, swapped, cut and damaged bytes; the sockets against a scripted kernel. */
@NullMarked
package netreset.linux.netlink;

import org.jspecify.annotations.NullMarked;
