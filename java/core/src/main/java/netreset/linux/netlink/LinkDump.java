// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.util.List;

/**
 * All links of a network namespace.
 *
 * @param links in the kernel's order
 * @param consistent false if links kept changing while the kernel listed them, or messages were lost, on every try: one
 *     may then be missing, listed twice or described as it was before
 */
public record LinkDump(List<Link> links, boolean consistent) {
    /** Copies the list. */
    public LinkDump {
        links = List.copyOf(links);
    }
}
