// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.util.List;
import netreset.linux.abi.If;
import org.jspecify.annotations.Nullable;

/**
 * A network interface as an RTM_NEWLINK or RTM_DELLINK message describes it. What the message doesn't say is {@code
 * null}: older kernels say less, and so do event messages.
 *
 * @param index ifindex, above 0; unique in its network namespace, and kept when the interface is renamed
 * @param name primary name; see {@link KernelText} for bytes that are not UTF-8
 * @param alternativeNames in the kernel's order; empty if none
 * @param type link type, {@code ARPHRD_*}, unsigned 16 bits
 * @param flags {@code IFF_*} bits
 * @param operState {@link OperState#UNKNOWN} also when the message doesn't say
 * @param kind kind of a virtual link, such as {@code veth}
 * @param slaveKind kind of the master this link is a port of, such as {@code bridge}
 * @param address current hardware address
 * @param permanentAddress hardware address the device came with; the kernel leaves out an all-zero one
 * @param mtu bytes, unsigned 32 bits; 0 also when the message doesn't say
 * @param masterIndex ifindex of the bridge, bond or team this link is a port of; 0 if none
 * @param lowerIndex ifindex (IFLA_LINK) of the link below (vlan) or of the peer (veth); 0 if none
 * @param lowerNamespaceId the id this namespace has for the one {@code lowerIndex} belongs to; null: this one
 * @param carrier whether the driver signals carrier
 * @param carrierChanges how often carrier came or went, unsigned 32 bits
 * @param carrierUpCount how often carrier came, unsigned 32 bits
 * @param carrierDownCount how often carrier went, unsigned 32 bits
 * @param parentDeviceName name of the parent device on its bus, such as {@code 0000:00:03.0}
 * @param parentBusName bus of the parent device, such as {@code pci}
 * @param physicalPortName the driver's name of the port, such as {@code p0}
 * @param event {@code IFLA_EVENT_*}: what made the kernel send the message; 0 for nothing special
 */
public record Link(
        int index,
        String name,
        List<String> alternativeNames,
        int type,
        int flags,
        OperState operState,
        @Nullable String kind,
        @Nullable String slaveKind,
        @Nullable MacAddress address,
        @Nullable MacAddress permanentAddress,
        long mtu,
        int masterIndex,
        int lowerIndex,
        @Nullable Integer lowerNamespaceId,
        @Nullable Boolean carrier,
        @Nullable Long carrierChanges,
        @Nullable Long carrierUpCount,
        @Nullable Long carrierDownCount,
        @Nullable String parentDeviceName,
        @Nullable String parentBusName,
        @Nullable String physicalPortName,
        int event) {

    /** Copies the list. */
    public Link {
        alternativeNames = List.copyOf(alternativeNames);
    }

    /** Administratively up. */
    public boolean isUp() {
        return (flags & If.IFF_UP) != 0;
    }

    /** The driver signals carrier, by flag. */
    public boolean isLowerUp() {
        return (flags & If.IFF_LOWER_UP) != 0;
    }

    /** Operationally up, or unknown. */
    public boolean isRunning() {
        return (flags & If.IFF_RUNNING) != 0;
    }

    /** The loopback interface. */
    public boolean isLoopback() {
        return (flags & If.IFF_LOOPBACK) != 0;
    }

    /** Whether {@code name} is the primary or an alternative name of this link. */
    public boolean isCalled(String name) {
        return this.name.equals(name) || alternativeNames.contains(name);
    }
}
