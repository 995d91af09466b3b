// SPDX-License-Identifier: Apache-2.0
/** The netreset command: reads arguments, calls core, prints lines or JSON. May use core's API and bridge interface, and the NDIS model. */
@NullMarked
package netreset.cli;

import org.jspecify.annotations.NullMarked;
