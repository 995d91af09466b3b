// SPDX-License-Identifier: Apache-2.0
/** Tests of the command: its parts by hand-made records, the whole on this machine's own kernel. */
@NullMarked
package netreset.cli;

import org.jspecify.annotations.NullMarked;
