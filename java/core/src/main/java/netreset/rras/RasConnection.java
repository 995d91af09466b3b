// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.rras.abi.Mprapi;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the server described it at one moment: RAS_CONNECTION_EX of mprapi.h, or RAS_CONNECTION_0, 1
 * and 3 where that can't be had. Strings are what the server sent: pass them through {@link netreset.Printable} before showing them.
 *
 * @param handle what the running service calls it, 64 bits without a meaning
 * @param interfaceHandle its interface's
 * @param interfaceName its interface's
 * @param user who is connected, as the server writes it
 * @param domain the user's; often empty
 * @param computer name the client gave
 * @param interfaceType what is at the other end
 * @param interfaceTypeValue the number that came for it, 0 to 4294967295
 * @param flags RAS_FLAGS_ bits of mprapi.h, 32 of them
 * @param connectSeconds since it was made, 0 to 4294967295
 * @param counters what passed; {@code null} if it couldn't be read
 * @param clientAddress the IPv4 address the client was given, as text; {@code null} if there is none or it isn't known
 * @param endpointAddress where the client's packets come from, as text; {@code null} likewise
 * @param quarantine whether the client may use the network; {@code null} if the server doesn't say
 */
public record RasConnection(
        long handle,
        long interfaceHandle,
        String interfaceName,
        String user,
        String domain,
        String computer,
        InterfaceType interfaceType,
        long interfaceTypeValue,
        int flags,
        long connectSeconds,
        @Nullable Counters counters,
        @Nullable String clientAddress,
        @Nullable String endpointAddress,
        @Nullable Quarantine quarantine) {

    /** The interface type's name, or {@code UNKNOWN(99)}. */
    public String interfaceTypeText() {
        return Enums.text(interfaceType, interfaceTypeValue);
    }

    /** Whether its protocol is PPP: PPTP, L2TP, SSTP, or a modem. */
    public boolean isPpp() {
        return (flags & Mprapi.RAS_FLAGS_PPP_CONNECTION) != 0;
    }

    /** Whether its protocol is IKEv2. */
    public boolean isIkev2() {
        return (flags & Mprapi.RAS_FLAGS_IKEV2_CONNECTION) != 0;
    }

    /** Whether its IKEv2 client can't be reached at the moment. */
    public boolean isDormant() {
        return (flags & Mprapi.RAS_FLAGS_DORMANT) != 0;
    }

    /** The same with what other levels of information say of it. */
    RasConnection with(Rows.@Nullable Traffic traffic, Rows.@Nullable Standing standing) {
        return new RasConnection(
                handle,
                interfaceHandle,
                interfaceName,
                user,
                domain,
                computer,
                interfaceType,
                interfaceTypeValue,
                flags,
                connectSeconds,
                traffic == null ? counters : traffic.counters(),
                traffic == null ? clientAddress : traffic.clientAddress(),
                endpointAddress,
                standing == null ? quarantine : standing.quarantine());
    }
}
