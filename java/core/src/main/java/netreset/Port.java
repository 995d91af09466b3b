// SPDX-License-Identifier: Apache-2.0
package netreset;

import org.jspecify.annotations.Nullable;

/**
 * A port of a Routing and Remote Access server as the server described it at one moment. Whoever wants to know more of it
 * finds it in {@code netreset.rras}.
 *
 * @param id {@code ras:} and its name, after {@code //SERVER/} if it is another machine's
 * @param name what its server calls it
 * @param device such as {@code WAN Miniport (IKEv2)}; may be empty
 * @param deviceType such as {@code vpn}; may be empty
 * @param state its condition in one lower-case word, such as {@code listening}
 * @param connected whether it has a connection
 * @param totalCalls connections it has had, 0 to 4294967295
 * @param connectSeconds how long it has been connected, 0 to 4294967295
 * @param resettability whether MprAdminPortReset may work on it
 */
public record Port(
        DeviceId id,
        String name,
        String device,
        String deviceType,
        String state,
        boolean connected,
        long totalCalls,
        long connectSeconds,
        Resettability resettability)
        implements Device {

    /** Its device, which is the miniport driver's; {@code null} if the server told none. */
    @Override
    public @Nullable String driver() {
        return device.isEmpty() ? null : device;
    }
}
