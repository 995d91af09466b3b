// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.List;
import netreset.Printable;

/** Who else is on a NIC's device. */
final class Functions {
    private Functions() {}

    /** The other interfaces of the device whose driver it shares. */
    static List<String> otherInterfaces(Target target) {
        BusDevice device = target.bound();
        return device == null
                ? List.of()
                : device.interfaces().stream()
                        .filter(name -> !name.equals(target.link().name()))
                        .map(name -> Printable.brief(name) + ", on the same device " + device.name())
                        .toList();
    }
}
