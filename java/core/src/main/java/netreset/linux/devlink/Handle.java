// SPDX-License-Identifier: Apache-2.0
package netreset.linux.devlink;

/**
 * Names a devlink instance: the device it belongs to.
 *
 * @param bus such as {@code pci}
 * @param device its name there, such as {@code 0000:82:00.0}
 */
public record Handle(String bus, String device) {
    /** As the devlink command has it. */
    @Override
    public String toString() {
        return bus + "/" + device;
    }
}
