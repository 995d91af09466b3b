// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.regex.Pattern;

/**
 * Names one device: {@code nic:eth1} (a Linux NIC by name or alternative name), {@code nic:pci@0000:03:00.0} (by PCI
 * address), {@code ras:VPN2-17} (a port of this machine's Routing and Remote Access service), {@code
 * ras://SERVER/VPN2-17} (of another's), {@code ndis:eth1} (an adapter of the NDIS model over the NIC eth1) or {@code
 * ndis:sim0} (one over no hardware).
 *
 * @param scheme the kind of device, lower-case letters: {@code nic}, {@code ras} or {@code ndis}
 * @param name the device's name within its scheme; what it may contain is the backend's to say
 */
public record DeviceId(String scheme, String name) {
    private static final Pattern SCHEME = Pattern.compile("[a-z]+");

    /**
     * Takes its two parts.
     *
     * @throws IllegalArgumentException if the scheme isn't lower-case letters or the name is empty
     */
    public DeviceId {
        if (!SCHEME.matcher(scheme).matches()) {
            throw new IllegalArgumentException("'" + scheme + "' is no device scheme: try nic:NAME, such as nic:eth1");
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException(scheme + ": names no device: try nic:NAME, such as nic:eth1");
        }
    }

    /**
     * Reads {@code scheme:name}; the name is everything after the first colon.
     *
     * @throws IllegalArgumentException if there is no colon, or a part is invalid
     */
    public static DeviceId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' names no scheme: write nic:NAME, such as nic:eth1");
        }
        return new DeviceId(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return scheme + ":" + name;
    }
}
