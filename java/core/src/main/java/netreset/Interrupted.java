// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.nio.file.Path;

/**
 * An operation on a NIC that ended before it was over, or couldn't put back what it took away.
 *
 * @param device its device, as {@code pci/0000:03:00.0}
 * @param target the NIC as the caller of that operation named it; the device where that can't be read
 * @param what one clause for a person: what it was at, whose it was, since when
 * @param journal the file that knows how to put things back
 * @param readable whether that file can be read
 */
public record Interrupted(String device, String target, String what, Path journal, boolean readable) {}
