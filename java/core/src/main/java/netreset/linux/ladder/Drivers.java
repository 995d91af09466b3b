// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How PCI drivers bear a reset of their function by sysfs. Only those with {@code reset_prepare} and {@code reset_done}
 * (include/linux/pci.h) are told of it; with the others the kernel saves the configuration space and nothing else, returns
 * 0, and leaves a NIC that has a carrier and is dead. No kernel says which driver is which, so this was read from the
 * sources of Linux 6.12 (of hibmcge from later ones), and measured in QEMU where it says so.
 */
final class Drivers {
    static final String VIRTIO = "virtio-pci";

    /** Told of the reset: it may come while they are bound and running. By the bus driver's name. */
    private static final Set<String> SAFE = Set.of(
            "cxgb4",
            "hns3",
            "hclgevf",
            "fm10k",
            "i40e",
            "ice",
            "igbvf",
            "mlxsw_pci",
            "mlxsw_spectrum",
            "mlxsw_spectrum2",
            "mlxsw_spectrum3",
            "mlxsw_spectrum4",
            "ionic",
            "pds_core",
            "hibmcge");

    /**
     * Those that bear it while the interface is switched off, and which way of resetting that was measured with: after
     * switching it on they had traffic. While it is on, vmxnet3 is dead afterwards.
     */
    private static final Map<String, String> SAFE_WHILE_OFF = Map.of("vmxnet3", "bus", "e1000e", "pm");

    /** Where the bus driver's name is another than the one ethtool tells. */
    private static final Map<String, String> BUS_NAMES = Map.of("virtio_net", VIRTIO);

    private Drivers() {}

    static boolean isSafe(@Nullable String busDriver) {
        return busDriver != null && SAFE.contains(busDriver);
    }

    /** The way that a driver bears while its interface is off; {@code null} if none is known. */
    static @Nullable String wayWhileOff(@Nullable String busDriver) {
        return busDriver == null ? null : SAFE_WHILE_OFF.get(busDriver);
    }

    /** virtio's control queue never answers after it, and the kernel waits for that with the lock of all links held. */
    static boolean isVirtio(@Nullable String busDriver) {
        return VIRTIO.equals(busDriver);
    }

    /** What a driver is called on the PCI bus, by what ethtool calls it. */
    static @Nullable String busDriver(@Nullable String ethtoolName) {
        return ethtoolName == null ? null : BUS_NAMES.getOrDefault(ethtoolName, ethtoolName);
    }
}
