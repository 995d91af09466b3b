// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import org.jspecify.annotations.Nullable;

/**
 * A port as the server described it at one moment: RAS_PORT_0 of mprapi.h, and the connection on it.
 *
 * <p>Strings are what the server sent, whatever that was: pass them through {@link netreset.Printable} before showing
 * them.
 *
 * @param handle what the running service calls it, 64 bits without a meaning; after a restart of the service it may be
 *     another port's
 * @param connectionHandle its connection's handle; see {@link #isConnected()}
 * @param name such as {@code VPN2-127}
 * @param media such as {@code rastapi}
 * @param device such as {@code WAN Miniport (IKEv2)}
 * @param deviceType such as {@code vpn}; upper and lower case differ between servers
 * @param condition its state
 * @param conditionValue the number that came for it, 0 to 4294967295
 * @param totalCalls connections it has had, 0 to 4294967295, where it begins anew
 * @param connectSeconds how long it has been connected, 0 to 4294967295
 * @param connection the connection that {@code connectionHandle} names; {@code null} if there is none, or it couldn't be
 *     read
 */
public record RasPort(
        long handle,
        long connectionHandle,
        String name,
        String media,
        String device,
        String deviceType,
        PortCondition condition,
        long conditionValue,
        long totalCalls,
        long connectSeconds,
        @Nullable RasConnection connection) {

    /**
     * Whether it has a connection: its handle is neither 0 nor -1. It is a DWORD between server and library (MS-RRASM
     * 2.2.1.2.75), of which -1 may come widened with or without its sign.
     */
    public boolean isConnected() {
        return connectionHandle != 0 && connectionHandle != -1 && connectionHandle != 0xffff_ffffL;
    }

    /** Whether somebody uses it. */
    public Activity activity() {
        return Activity.of(condition, isConnected());
    }

    /** The condition's name, or {@code UNKNOWN(99)}. */
    public String conditionText() {
        return Enums.text(condition, conditionValue);
    }

    /** Whether both are the same port with the same connection: handle, name, device and connection are equal. */
    public boolean isSameAs(RasPort other) {
        return handle == other.handle
                && connectionHandle == other.connectionHandle
                && name.equals(other.name)
                && device.equals(other.device);
    }

    /** The same with this connection. */
    public RasPort with(@Nullable RasConnection found) {
        return new RasPort(
                handle,
                connectionHandle,
                name,
                media,
                device,
                deviceType,
                condition,
                conditionValue,
                totalCalls,
                connectSeconds,
                found);
    }
}
