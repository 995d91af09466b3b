// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a PCI function is to be reset.
 *
 * @param form how its driver is made to bear it
 * @param ways the ways of resetting the kernel may try; {@code null} for those that are enabled
 */
record PciResetChoice(Form form, @Nullable List<String> ways) {
    static final String BOUND_DRIVER = "bound-driver";
    static final String VIRTIO_BOUND = "virtio-bound";
    static final String SHARED_BUS = "shared-bus";

    private static final String BUS = "bus";

    /** How the reset is made bearable. */
    enum Form {
        /** With nothing around it. */
        DIRECT,
        /** With the interface switched off meanwhile. */
        SWITCHED_OFF,
        /** With the driver unbound meanwhile. */
        UNBOUND
    }

    /** The mildest form that the driver bears, or the one that the caller insists on by the codes of its refusals. */
    static PciResetChoice of(PciFunction function, Set<String> forced) {
        String driver = function.device().driver();
        List<String> ways = function.resetMethods();
        List<String> allowed = isBusShared(function) && !forced.contains(SHARED_BUS)
                ? ways.stream().filter(way -> !way.equals(BUS)).toList()
                : ways;
        List<String> narrowed = allowed.equals(ways) ? null : allowed;
        if (driver == null || Drivers.isSafe(driver)) {
            return new PciResetChoice(Form.DIRECT, narrowed);
        }
        String whileOff = Drivers.wayWhileOff(driver);
        if (whileOff != null && allowed.contains(whileOff)) {
            return new PciResetChoice(Form.SWITCHED_OFF, ways.equals(List.of(whileOff)) ? null : List.of(whileOff));
        }
        boolean insists = forced.contains(Drivers.isVirtio(driver) ? VIRTIO_BOUND : BOUND_DRIVER);
        return new PciResetChoice(insists ? Form.DIRECT : Form.UNBOUND, narrowed);
    }

    /** The kernel resets a bus under a device only if that is alone on it; who else is there goes down with it. */
    static boolean isBusShared(PciFunction function) {
        return !function.siblings().isEmpty();
    }

    /** Whether its bus is all of a function that can be reset. */
    static boolean isBusOnly(PciFunction function) {
        return function.resetMethods().equals(List.of(BUS));
    }
}
