// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.util.Map;

/**
 * What links are called in facts: the NIC itself by one word, whatever its name and ifindex are now, so that facts from
 * before and after can be compared.
 *
 * @param nicName the NIC's name at that moment
 * @param nicLabel what it is called
 * @param names every other link's name, by its ifindex at that moment; the NIC's own index has the label
 */
record Labels(String nicName, String nicLabel, Map<Integer, String> names) {
    Labels {
        names = Map.copyOf(names);
    }

    String of(int index) {
        String name = names.get(index);
        return name == null ? "link " + index : name;
    }

    /** A text that begins with the NIC's name, such as the label {@code eth0:1}, with the label in its place. */
    String ofText(String text) {
        boolean its = text.equals(nicName) || text.startsWith(nicName + ":");
        return its ? nicLabel + text.substring(nicName.length()) : text;
    }
}
