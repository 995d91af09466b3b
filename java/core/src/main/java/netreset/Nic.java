// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Linux network interface as the kernel described it at one moment.
 *
 * @param id {@code nic:} and its name
 * @param index the kernel's interface index, unique within its network namespace
 * @param alternativeNames other names the kernel resolves to it
 * @param link its state at that moment
 * @param hardware what it is made of
 * @param master name of the bond, bridge or the like it is enslaved to; {@code null} if none
 * @param resettability whether ETHTOOL_RESET may work on it
 * @param offers which means it has, and which it hasn't, from the mildest on
 */
public record Nic(
        DeviceId id,
        int index,
        List<String> alternativeNames,
        LinkState link,
        Hardware hardware,
        @Nullable String master,
        Resettability resettability,
        List<Offer> offers)
        implements Device {

    public Nic {
        offers = List.copyOf(offers);
        alternativeNames = List.copyOf(alternativeNames);
    }

    /**
     * What a network interface is made of; what the kernel doesn't tell is {@code null}.
     *
     * @param kind the kernel's kind of a software interface, such as {@code veth}; {@code null} for a driver's own
     * @param virtual true if no bus device stands behind it
     * @param address current hardware address, colon-separated hexadecimal bytes
     * @param permanentAddress the address the hardware was made with
     * @param driver driver name as the driver tells it by ETHTOOL_GDRVINFO
     * @param bus bus of the parent device, such as {@code pci}
     * @param busAddress its address there, such as {@code 0000:03:00.0}
     * @param firmware firmware version, in the driver's own words
     */
    public record Hardware(
            @Nullable String kind,
            boolean virtual,
            @Nullable String address,
            @Nullable String permanentAddress,
            @Nullable String driver,
            @Nullable String bus,
            @Nullable String busAddress,
            @Nullable String firmware) {}

    @Override
    public String name() {
        return id.name();
    }

    @Override
    public @Nullable String driver() {
        return hardware.driver();
    }

    @Override
    public String state() {
        return link.word();
    }
}
